package io.eventsec.app.ingest;

import io.eventsec.app.http.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;

/**
 * Answers what is refused with a google.rpc.Status in the request's encoding, as OTLP over HTTP
 * asks for (OTLP 1.x, "Failures"). Last of the filters: those before it count problems.
 */
@Provider
@OtlpAnswers
@Priority(0)
public class OtlpRefusals implements ContainerResponseFilter {
  private static final Annotation[] NONE = {};
  private static final MediaType PROTOBUF = MediaType.valueOf(OtlpResource.PROTOBUF);

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Problem problem)) {
      return;
    }
    int code = code(problem.status());
    MediaType sent = request.getMediaType();
    if (sent != null && sent.isCompatible(PROTOBUF)) {
      response.setEntity(OtlpProtobuf.status(code, problem.detail()), NONE, PROTOBUF);
    } else {
      response.setEntity(
          Map.of("code", code, "message", problem.detail()), NONE, MediaType.APPLICATION_JSON_TYPE);
    }
  }

  /** That of google.rpc.Code. */
  static int code(int status) {
    return switch (status) {
      case 400, 413, 415, 422 -> 3;
      case 401 -> 16;
      case 403 -> 7;
      case 404 -> 5;
      case 409 -> 10;
      case 429 -> 8;
      case 503 -> 14;
      default -> 13;
    };
  }
}
