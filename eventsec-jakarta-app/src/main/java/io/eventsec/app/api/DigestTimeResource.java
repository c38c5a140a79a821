package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.vulnerability.DigestTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** When users are told once a day what was found. */
@Path("/vulnerabilities/digest-time")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class DigestTimeResource {
  @Inject DigestTimeService times;
  @Inject Caller caller;

  /** When it is. */
  @GET
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(
      operationId = "getDigestTime",
      summary = "When users are told once a day what was found")
  @APIResponse(
      responseCode = "200",
      description = "The time; its revision is the ETag",
      content = @Content(schema = @Schema(implementation = DigestTimeJson.class)))
  public Response get() {
    return response(times.find(caller.tenant()));
  }

  /** Sets it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "setDigestTime",
      summary = "Set when the tenant's users are told once a day what was found",
      description = "With neither hour nor zone it is the installation's time again.")
  @APIResponse(
      responseCode = "200",
      description = "The time",
      content = @Content(schema = @Schema(implementation = DigestTimeJson.class)))
  public Response set(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      DigestTimeJson.@Nullable DigestTimeRequest body) {
    if (body == null || (body.hour() == null) != (body.zone() == null)) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"hour\": ..., \"zone\": ...}, or {} for neither.");
    }
    int revision = IfMatch.revision(ifMatch);
    return response(times.say(caller.tenant(), time(body.hour(), body.zone()), revision));
  }

  private static Optional<DigestTime> time(@Nullable Integer hour, @Nullable String zone) {
    if (hour == null || zone == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(DigestTime.of(hour, zone));
    } catch (IllegalArgumentException e) {
      boolean hourIsOne = hour >= 0 && hour <= 23;
      throw Complaint.problem(
          hourIsOne ? "zone" : "hour", hourIsOne ? zone : Integer.toString(hour), e);
    }
  }

  private static Response response(DigestTimeJson time) {
    return Response.ok(time).tag(Integer.toString(time.revision())).build();
  }
}
