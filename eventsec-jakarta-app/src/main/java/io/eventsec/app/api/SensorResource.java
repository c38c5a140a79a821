package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.security.SensorRegistry;
import io.eventsec.app.security.Tokens;
import io.eventsec.persistence.identity.NameTakenException;
import io.eventsec.persistence.identity.NewSensor;
import io.eventsec.persistence.identity.SensorRecord;
import io.eventsec.persistence.identity.TokenHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The sensors that may send events. */
@Path("/sensors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class SensorResource {
  private static final int LONGEST_NAME = 100;

  @Inject SensorRegistry sensors;
  @Inject Caller caller;

  /** All of them. */
  @GET
  @RequiresPermission(Permission.SENSORS_MANAGE)
  @Operation(operationId = "listSensors", summary = "The sensors")
  public SensorJson.Listing list() {
    return new SensorJson.Listing(
        sensors.list(caller.tenant()).stream().map(SensorJson::of).toList());
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.SENSORS_MANAGE)
  @Operation(operationId = "createSensor", summary = "Create a sensor; its token is shown once")
  @APIResponse(
      responseCode = "201",
      description = "The sensor and its token",
      content = @Content(schema = @Schema(implementation = SensorJson.Created.class)))
  public Response create(SensorJson.@Nullable Request body) {
    String name = Values.text(body == null ? null : body.name()).orElse("");
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw Values.invalid(
          "name", name, "is not 1 to 100 printable characters", "Choose another one.");
    }
    String token = Tokens.random();
    SensorRecord made = create(name, token);
    return Response.status(Response.Status.CREATED)
        .entity(new SensorJson.Created(made.id().toString(), made.name(), token))
        .build();
  }

  /** Revokes one. */
  @DELETE
  @Path("/{id}")
  @RequiresPermission(Permission.SENSORS_MANAGE)
  @Operation(operationId = "revokeSensor", summary = "Refuse a sensor's token from now on")
  @APIResponse(responseCode = "204", description = "Revoked")
  public Response revoke(@PathParam("id") String id) {
    if (!sensors.revoke(caller.tenant(), id(id))) {
      throw missing();
    }
    return Response.noContent().build();
  }

  private SensorRecord create(String name, String token) {
    UUID user = caller.session().user().id();
    try {
      return sensors.create(
          new NewSensor(caller.tenant(), name, TokenHash.ofToken(token), Optional.of(user)));
    } catch (NameTakenException e) {
      throw Values.invalid("name", name, "is in use", "Choose another one.");
    }
  }

  private static UUID id(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw missing();
    }
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemKind.NOT_FOUND, "There is no sensor of that id.");
  }
}
