package io.eventsec.app.http;

import io.eventsec.app.metrics.HttpMetrics;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Counts what only the REST layer knows: the method that was reached, the kind of problem, and what
 * became of a batch. First of the filters, so that refusals by the others are counted too.
 */
@Provider
@Priority(1)
public class ApiMetricsFilter implements ContainerRequestFilter, ContainerResponseFilter {
  @Context ResourceInfo resource;
  @Context HttpServletRequest servletRequest;
  @Inject HttpMetrics metrics;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceMethod() == null) {
      return;
    }
    Route.reached(servletRequest, resource.getResourceMethod());
    if (Route.of(servletRequest).equals(Route.INGEST)) {
      request.setEntityStream(new CountedStream(request.getEntityStream(), metrics::ingested));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String outcome = "accepted";
    if (response.getEntity() instanceof Problem problem) {
      outcome = problem.code();
      metrics.problem(outcome);
    }
    if (Route.of(servletRequest).equals(Route.INGEST)) {
      metrics.ingest(outcome);
    }
  }
}
