package io.eventsec.app.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token of a sensor in its {@code Authorization}: as a bearer's (RFC 6750); as the password of
 * any user (RFC 7617), or the second part of an Elasticsearch API key, for shippers that send
 * nothing else.
 */
final class SensorCredentials {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";
  private static final String API_KEY = "ApiKey ";
  private static final int LONGEST = 1024;

  private SensorCredentials() {}

  /** The token; empty if the header has none. */
  static Optional<String> token(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return Optional.empty();
    }
    if (starts(header, BEARER)) {
      return present(header.substring(BEARER.length()));
    }
    if (starts(header, BASIC)) {
      return second(header.substring(BASIC.length()));
    }
    return starts(header, API_KEY) ? second(header.substring(API_KEY.length())) : Optional.empty();
  }

  private static boolean starts(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static Optional<String> second(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : present(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> present(String token) {
    String plain = token.strip();
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
  }
}
