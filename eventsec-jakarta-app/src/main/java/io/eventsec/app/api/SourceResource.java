package io.eventsec.app.api;

import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.security.SensorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What data comes from, and for how long it has been silent. */
@Path("/sources")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class SourceResource {
  @Inject SensorRegistry sensors;
  @Inject Caller caller;

  /** All of them. */
  @GET
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(operationId = "listSources", summary = "What data comes from, and when it last came")
  public SourceJson.Listing list() {
    Instant now = Instant.now();
    return new SourceJson.Listing(
        sensors.list(caller.tenant()).stream().map(sensor -> SourceJson.of(sensor, now)).toList());
  }
}
