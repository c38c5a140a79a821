package io.eventsec.app.api;

import io.eventsec.app.health.Readiness;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.worker.Workers;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.ReaderState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The state of the system. */
@Path("/system")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class SystemResource {
  @Inject Readiness readiness;
  @Inject Workers workers;
  @Inject PostgresDetectionStore store;
  @Inject Figures figures;
  @Inject Caller caller;

  /** Components, readers and figures. */
  @GET
  @Path("/status")
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(operationId = "getSystemStatus", summary = "Components, readers and figures")
  public SystemJson status() {
    List<ReaderState> readers = store.readers();
    OverviewJson.Pipeline counters = figures.pipeline(caller.tenant());
    return new SystemJson(
        readiness.states().stream().map(SystemJson.ComponentJson::of).toList(),
        List.of(
            reader(readers, Workers.DETECT, counters.detectLagBatches()),
            reader(readers, Workers.INDEX, counters.indexLagBatches())),
        counters);
  }

  private SystemJson.ReaderJson reader(List<ReaderState> readers, String name, long lag) {
    long position = Figures.reader(readers, name).position().value();
    return SystemJson.ReaderJson.of(name, workers.state(name), position, lag);
  }
}
