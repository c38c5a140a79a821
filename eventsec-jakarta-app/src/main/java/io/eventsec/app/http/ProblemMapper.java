package io.eventsec.app.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Problems that the application answers on purpose. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
  @Context UriInfo uri;

  @Override
  public Response toResponse(ProblemException e) {
    return ProblemResponses.of(e, uri);
  }
}
