package io.eventsec.app.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that tell browsers what not to do. */
final class SecurityHeaders {
  private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

  static {
    ALWAYS.put(
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    ALWAYS.put("X-Content-Type-Options", "nosniff");
    ALWAYS.put("X-Frame-Options", "DENY");
    ALWAYS.put("Referrer-Policy", "no-referrer");
    ALWAYS.put("Cross-Origin-Opener-Policy", "same-origin");
    ALWAYS.put("Cross-Origin-Resource-Policy", "same-origin");
    ALWAYS.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
  }

  private SecurityHeaders() {}

  /** For every response. */
  static Map<String, String> always() {
    return ALWAYS;
  }

  /** RFC 6797 forbids it on plain HTTP. */
  static Map.Entry<String, String> overTls() {
    return Map.entry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
}
