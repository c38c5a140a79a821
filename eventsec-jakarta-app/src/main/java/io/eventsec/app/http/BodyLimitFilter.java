package io.eventsec.app.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Bounds the body of every call: a length that is said is refused before a byte is read, and what
 * comes without a length is read up to the bound. After the filter that asks who calls.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class BodyLimitFilter implements ContainerRequestFilter {
  /** How many bytes a body may have where nothing else is said. */
  public static final int USUAL = 1 << 20;

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method == null || !method.isAnnotationPresent(Consumes.class)) {
      return;
    }
    BodyLimit declared = method.getAnnotation(BodyLimit.class);
    int limit = declared == null ? USUAL : declared.value();
    if (limit == BodyLimit.OWN) {
      return;
    }
    if (declaredLength(request) > limit) {
      throw LimitedStream.tooLarge(limit);
    }
    request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
  }

  /** Beyond an int too, which {@code getLength} cannot tell. */
  private static long declaredLength(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
  }
}
