package io.eventsec.app.api;

import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.detection.DeadLetterPage;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What could not be read, mapped or stored. */
@Path("/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class DeadLetterResource {
  @Inject PostgresDeadLetters letters;
  @Inject Caller caller;

  /** A page of them. */
  @GET
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(operationId = "listDeadLetters", summary = "Rejected records, newest first")
  public Page<DeadLetterJson> list(@BeanParam PageParameters parameters) {
    DeadLetterPage page =
        letters.page(caller.tenant(), parameters.numericCursor(), parameters.limit());
    Optional<String> next =
        page.next().isPresent()
            ? Optional.of(Long.toString(page.next().getAsLong()))
            : Optional.empty();
    return new Page<>(page.letters().stream().map(DeadLetterJson::of).toList(), next);
  }

  /** By cause. */
  @GET
  @Path("/groups")
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(operationId = "listDeadLetterGroups", summary = "Rejected records by cause")
  public List<DeadLetterJson.Group> groups() {
    return letters.groups(caller.tenant()).stream().map(DeadLetterJson.Group::of).toList();
  }
}
