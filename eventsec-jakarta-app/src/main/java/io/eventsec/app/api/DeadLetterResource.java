package io.eventsec.app.api;

import io.eventsec.app.config.DeadLetterSettings;
import io.eventsec.app.config.Settings;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.persistence.detection.DeadLetterEvictions;
import io.eventsec.persistence.detection.DeadLetterPage;
import io.eventsec.persistence.detection.DeadLetterSelection;
import io.eventsec.persistence.detection.DeadLetterUsage;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What could not be read, mapped or stored. */
@Path("/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class DeadLetterResource {
  private static final int NOTICES = 10;

  @Inject PostgresDeadLetters letters;
  @Inject DeadLetterEvictions evictions;
  @Inject Settings settings;
  @Inject DeadLetterService service;
  @Inject EventDecoder decoder;
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
    return letters.groups(caller.tenant(), decoder.version()).stream()
        .map(DeadLetterJson.Group::of)
        .toList();
  }

  /** How many there are, and how many may be. */
  @GET
  @Path("/standing")
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(
      operationId = "getDeadLetterStanding",
      summary = "What rejected records take, and whether the oldest are announced to go")
  public DeadLetterJson.Standing standing() {
    DeadLetterUsage usage = evictions.usage(caller.tenant());
    DeadLetterSettings limits = settings.deadLetters();
    return new DeadLetterJson.Standing(
        usage.letters(),
        usage.bytes(),
        limits.letters(),
        limits.bytes(),
        decoder.version(),
        evictions.notices(caller.tenant(), NOTICES).stream()
            .map(DeadLetterJson.Notice::of)
            .toList());
  }

  /** One, whole. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(operationId = "getDeadLetter", summary = "A rejected record with all of its text")
  public DeadLetterJson.Whole get(@PathParam("id") String id) {
    if (!id.matches("[0-9]{1,18}")) {
      throw missing();
    }
    DeadLetterSelection one =
        new DeadLetterSelection(
            List.of(Long.valueOf(id)), Optional.empty(), Optional.empty(), Optional.empty());
    return letters.selected(caller.tenant(), one, 0, 1).stream()
        .findFirst()
        .map(DeadLetterJson.Whole::of)
        .orElseThrow(DeadLetterResource::missing);
  }

  /** Sends them on their way again. */
  @POST
  @Path("/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.SYSTEM_MANAGE)
  @Operation(
      operationId = "replayDeadLetters",
      summary = "Send rejected records on their way again, after a format was mended or named",
      description =
          "Looks at 500 at most; next says where to go on. What would be refused again stays. Doing it"
              + " twice makes no second event.")
  public DeadLetterJson.Replayed replay(DeadLetterJson.@Nullable Request body) {
    DeadLetterSelection selection = DeadLetterRequests.selection(body);
    return service.replay(
        selection,
        DeadLetterRequests.format(body, decoder.formats()),
        DeadLetterRequests.after(body));
  }

  /** Throws them away. */
  @POST
  @Path("/discard")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.SYSTEM_MANAGE)
  @Operation(
      operationId = "discardDeadLetters",
      summary = "Throw rejected records away; the audit notes who did",
      description = "500 at most; more says whether there may be others.")
  public DeadLetterJson.Discarded discard(DeadLetterJson.@Nullable Request body) {
    return service.discard(DeadLetterRequests.selection(body));
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemKind.NOT_FOUND, "There is no dead letter of that id.");
  }
}
