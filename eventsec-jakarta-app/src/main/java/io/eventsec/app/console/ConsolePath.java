package io.eventsec.app.console;

/**
 * Which file answers a path.
 *
 * @param file its place in the WAR
 */
record ConsolePath(String file) {
  private static final String PAGE = "/index.html";
  private static final String HASHED = "/assets/";

  /** The path's own file if it names one, else the page. */
  static ConsolePath of(String path) {
    boolean names = path.lastIndexOf('.') > path.lastIndexOf('/');
    boolean api = path.equals("/api") || path.startsWith("/api/");
    return new ConsolePath(names || api ? path : PAGE);
  }

  /** True for what the WAR holds and nobody is to see. */
  boolean forbidden() {
    String upper = file.toUpperCase(java.util.Locale.ROOT);
    return upper.contains("/WEB-INF") || upper.contains("/META-INF") || upper.contains("..");
  }

  /** Files with a hash in their names never change; all else must be asked for again. */
  String cacheControl() {
    return file.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
  }

  /** The media type by the file's ending. */
  static String mediaType(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js", "mjs" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "ico" -> "image/x-icon";
      case "woff2" -> "font/woff2";
      case "json", "map" -> "application/json";
      case "webmanifest" -> "application/manifest+json";
      case "txt" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }
}
