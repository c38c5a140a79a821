package io.eventsec.app.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request is counted under: never a path, for callers can make up as many as they like. */
final class Route {
  /** The receiver of batches. */
  static final String INGEST = "/api/v1/ingest/{source}";

  private static final String ATTRIBUTE = "io.eventsec.app.route";
  private static final String API = "/api/v1";
  private static final Set<String> SERVLETS = Set.of("/healthz", "/readyz");

  private Route() {}

  /** Notes the REST method that the request has reached. */
  static void reached(HttpServletRequest request, Method method) {
    request.setAttribute(ATTRIBUTE, of(method));
  }

  /** The route of the request, as far as it came. */
  static String of(HttpServletRequest request) {
    Object reached = request.getAttribute(ATTRIBUTE);
    if (reached != null) {
      return reached.toString();
    }
    String path = request.getRequestURI();
    if (path.toLowerCase(Locale.ROOT).startsWith(API)) {
      return "api-unknown";
    }
    return SERVLETS.contains(path) ? path : "console";
  }

  /** The template of a REST method's path. */
  static String of(Method method) {
    return Stream.of(
            method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
        .filter(path -> path != null)
        .map(path -> path.value().startsWith("/") ? path.value() : '/' + path.value())
        .collect(Collectors.joining("", API, ""));
  }
}
