package io.eventsec.app.http;

import io.eventsec.app.log.CorrelationId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Makes responses of problems. */
final class ProblemResponses {
  private ProblemResponses() {}

  static Response of(ProblemException e, UriInfo uri) {
    List<FieldError> errors = e.errors();
    Problem problem =
        problem(e.kind(), String.valueOf(e.getMessage()), uri.getRequestUri().getPath());
    Problem complete = errors.isEmpty() ? problem : with(problem, errors);
    Response.ResponseBuilder response = response(complete);
    e.retryAfter()
        .ifPresent(
            after -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, after.toSeconds())));
    if (e.kind() == ProblemKind.UNAUTHENTICATED) {
      // RFC 9110 asks for a challenge; the scheme is not one that makes browsers open a dialog.
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Session");
    }
    return response.build();
  }

  static Response.ResponseBuilder response(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }

  static Problem problem(ProblemKind kind, String detail, String path) {
    String id = CorrelationId.current().map(CorrelationId::value).orElse("");
    return new Problem(kind.type(), kind.title(), kind.status(), detail, path, id, null);
  }

  private static Problem with(Problem problem, List<FieldError> errors) {
    return new Problem(
        problem.type(),
        problem.title(),
        problem.status(),
        problem.detail(),
        problem.instance(),
        problem.correlationId(),
        errors);
  }
}
