package io.eventsec.app.health;

import io.eventsec.app.worker.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** The checks behind {@code /health/live}, {@code /health/ready} and {@code /health/started}. */
@ApplicationScoped
public class Probes {
  @Inject io.eventsec.app.health.Readiness readiness;

  /** Asks nobody: a process that answers is alive, and restarting it cures no server. */
  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.up("process");
  }

  @Produces
  @org.eclipse.microprofile.health.Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.up("application");
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck configuration() {
    return component("configuration");
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck database() {
    return component("database");
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck schema() {
    return component("schema");
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck search() {
    return component("opensearch");
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck preparation() {
    return component("preparation");
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck detect() {
    return component(Workers.DETECT);
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck index() {
    return component(Workers.INDEX);
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck work() {
    return component(Components.WORK);
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck sources() {
    return component(Components.SOURCES);
  }

  private HealthCheck component(String name) {
    return () -> response(readiness.state(name));
  }

  private static HealthCheckResponse response(ComponentState state) {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named(state.name())
            .status(state.ready())
            .withData("state", state.state().wireName())
            .withData("since", state.since().toString())
            .withData("tookMillis", state.took().toMillis());
    if (!state.reason().isEmpty()) {
      response.withData("reason", state.reason());
    }
    state.details().forEach(response::withData);
    return response.build();
  }
}
