package io.eventsec.core.intel.match;

/** Whether an address of the web is spelled as indicators are, without taking it apart. */
final class UrlLook {
  private UrlLook() {}

  /**
   * True only if the spelling of an indicator leaves the text as it is, or refuses it. False for
   * what must be looked at more closely.
   */
  static boolean isCanonical(String text) {
    int host = text.startsWith("http://") ? 7 : text.startsWith("https://") ? 8 : -1;
    if (host < 0) {
      return false;
    }
    int path = text.indexOf('/', host);
    return path > host && isHost(text, host, path) && isPath(text, path);
  }

  private static boolean isHost(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
      if (!plain) {
        return c == ':' && isPort(text, i + 1, to);
      }
    }
    return text.charAt(to - 1) != '.';
  }

  /** A port that is not the scheme's own, which indicators leave out. */
  private static boolean isPort(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    String port = text.substring(from, to);
    return !port.isEmpty() && !port.equals("80") && !port.equals("443");
  }

  /** Without a fragment, which indicators leave out. What else is not legal, none of them has. */
  private static boolean isPath(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f || c == '#') {
        return false;
      }
    }
    return true;
  }
}
