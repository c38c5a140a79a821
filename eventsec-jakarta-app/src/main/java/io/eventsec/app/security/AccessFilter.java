package io.eventsec.app.security;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.persistence.identity.SensorRecord;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a request through to a REST method only as far as the method declares; denies otherwise. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
  /** The header with the session's token against cross-site request forgery. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String BEARER = "Bearer ";
  private static final int LONGEST_TOKEN = 512;
  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Context ResourceInfo resource;
  @Inject SessionRegistry sessions;
  @Inject SensorRegistry sensors;
  @Inject MetricsToken metricsToken;
  @Inject Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      throw denied();
    }
    RequiresPermission needed = method.getAnnotation(RequiresPermission.class);
    if (needed != null) {
      allow(request, needed);
    } else if (method.isAnnotationPresent(SignedInEndpoint.class)) {
      signIn(request);
    } else if (method.isAnnotationPresent(SensorEndpoint.class)) {
      caller.sending(sensor(request));
    } else if (!method.isAnnotationPresent(PublicEndpoint.class)) {
      throw denied();
    }
  }

  private Session signIn(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(SessionCookie.NAME);
    String token = cookie == null ? "" : cookie.getValue();
    if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
      throw new ProblemException(ProblemKind.UNAUTHENTICATED, "Sign in first.");
    }
    Session session =
        sessions
            .use(token)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.UNAUTHENTICATED, "The session has ended. Sign in again."));
    if (!SAFE.contains(request.getMethod())) {
      checkCsrf(session, request.getHeaderString(CSRF_HEADER));
    }
    caller.signedIn(session);
    return session;
  }

  private static void checkCsrf(Session session, @Nullable String shown) {
    if (shown == null || !Tokens.same(session.csrfToken(), shown)) {
      throw new ProblemException(
          ProblemKind.FORBIDDEN,
          "The call lacks the session's CSRF token. Send csrfToken of GET /api/v1/session in the "
              + CSRF_HEADER
              + " header.");
    }
  }

  private void allow(ContainerRequestContext request, RequiresPermission needed) {
    if (needed.sensors() && bearer(request).isPresent()) {
      caller.sending(sensor(request));
      return;
    }
    boolean scraper =
        needed.value() == Permission.METRICS_READ
            && bearer(request).filter(metricsToken::is).isPresent();
    if (!scraper) {
      allow(signIn(request), needed.value());
    }
  }

  private static void allow(Session session, Permission needed) {
    if (!needed.heldBy(session.user().role())) {
      throw new ProblemException(
          ProblemKind.FORBIDDEN,
          "This needs the permission "
              + needed.wireName()
              + ", which your role does not have. Ask an administrator.");
    }
  }

  private SensorRecord sensor(ContainerRequestContext request) {
    String token =
        SensorCredentials.token(request.getHeaderString(HttpHeaders.AUTHORIZATION))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.UNAUTHENTICATED,
                        "Send the sensor's token: Authorization: Bearer TOKEN. Sensors are made in"
                            + " the console."));
    return sensors
        .authenticate(token)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.UNAUTHENTICATED,
                    "The sensor's token is unknown or was revoked. Make a new one in the console."));
  }

  private static Optional<String> bearer(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .filter(header -> header.length() <= LONGEST_TOKEN)
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private static ProblemException denied() {
    return new ProblemException(
        ProblemKind.FORBIDDEN, "This method declares nobody who may call it.");
  }
}
