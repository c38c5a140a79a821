package io.eventsec.app.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** What the framework refuses before a resource is reached: no such path, method, type. */
@Provider
public class FrameworkMapper implements ExceptionMapper<WebApplicationException> {
  @Context UriInfo uri;

  @Override
  public Response toResponse(WebApplicationException e) {
    Optional<ProblemException> within = ProblemException.within(e);
    if (within.isPresent()) {
      return ProblemResponses.of(within.get(), uri);
    }
    Response original = e.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    ProblemKind kind = ProblemKind.ofStatus(original.getStatus());
    Problem problem = ProblemResponses.problem(kind, detail(kind), uri.getRequestUri().getPath());
    Response.ResponseBuilder response = ProblemResponses.response(problem);
    Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
    return (allow == null ? response : response.header(HttpHeaders.ALLOW, allow)).build();
  }

  private static String detail(ProblemKind kind) {
    return switch (kind) {
      case NOT_FOUND -> "There is nothing at this path. GET /openapi lists all paths.";
      case METHOD_NOT_ALLOWED -> "The path knows the methods that the Allow header names.";
      case NOT_ACCEPTABLE -> "Accept application/json.";
      case UNSUPPORTED_MEDIA_TYPE ->
          "The content type is not understood. GET /openapi lists the types of each path.";
      case INTERNAL -> "A defect of the server. Its log has the correlation id.";
      default -> "The request cannot be understood. GET /openapi describes what is expected.";
    };
  }
}
