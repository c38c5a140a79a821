package io.eventsec.app.api;

import io.eventsec.app.health.ComponentState;
import io.eventsec.app.health.Readiness;
import io.eventsec.app.metrics.ComponentMetrics;
import io.eventsec.app.metrics.EnrichmentMetrics;
import io.eventsec.app.metrics.Exposition;
import io.eventsec.app.metrics.PipelineMetrics;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.syslog.SyslogReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Metrics for Prometheus. */
@Path("/metrics")
@ApplicationScoped
@SecurityRequirement(name = "session")
@SecurityRequirement(name = "metrics")
public class MetricsResource {
  private static final String DATABASE = "database";

  @Inject Readiness readiness;
  @Inject ComponentMetrics components;
  @Inject PipelineMetrics pipeline;
  @Inject EnrichmentMetrics enrichment;
  @Inject SyslogReceiver syslog;
  @Inject Exposition exposition;

  /** All of them. */
  @GET
  @Produces(Exposition.MEDIA_TYPE)
  @RequiresPermission(Permission.METRICS_READ)
  @Operation(
      operationId = "getMetrics",
      summary = "Metrics of this process and of the pipeline, in Prometheus' text format")
  public String metrics() {
    List<ComponentState> states = readiness.states();
    states.forEach(state -> components.ready(state.name(), state.ready()));
    states.stream()
        .filter(state -> state.name().equals(DATABASE) && !state.ready())
        .findFirst()
        .ifPresentOrElse(state -> pipeline.missing(state.reason()), pipeline::refresh);
    enrichment.refresh();
    syslog.refreshMetrics();
    return exposition.text();
  }
}
