package io.eventsec.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The cookie that carries the session's token. */
public final class SessionCookie {
  /** Its name. */
  public static final String NAME = "eventsec_session";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private SessionCookie() {}

  /** For a session that has just begun. */
  public static NewCookie of(StartedSession started, HttpServletRequest request) {
    long seconds = Duration.between(Instant.now(), started.session().expiresAt()).toSeconds();
    return builder(request).value(started.token()).maxAge((int) seconds).build();
  }

  /** Takes the cookie back. */
  public static NewCookie none(HttpServletRequest request) {
    return builder(request).value("").maxAge(0).build();
  }

  private static NewCookie.Builder builder(HttpServletRequest request) {
    return new NewCookie.Builder(NAME)
        .path("/")
        .httpOnly(true)
        .secure(secure(request))
        .sameSite(NewCookie.SameSite.STRICT);
  }

  /** Browsers treat loopback as secure, and there is no TLS to be had on it. */
  private static boolean secure(HttpServletRequest request) {
    return request.isSecure() || !LOOPBACK.contains(request.getServerName());
  }
}
