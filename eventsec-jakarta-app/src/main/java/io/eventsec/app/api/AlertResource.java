package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The alerts. */
@Path("/alerts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class AlertResource {
  @Inject AlertService alerts;
  @Inject Caller caller;

  /** A page of them. */
  @GET
  @RequiresPermission(Permission.ALERTS_READ)
  @Operation(operationId = "listAlerts", summary = "Alerts, newest first")
  public Page<AlertJson> list(@BeanParam AlertParameters parameters) {
    AlertQuery query = parameters.query(caller.tenant());
    return parameters.page(() -> alerts.page(query), AlertJson::of);
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.ALERTS_READ)
  @Operation(operationId = "getAlert", summary = "An alert with evidence and rule")
  @APIResponse(
      responseCode = "200",
      description = "The alert; its revision is the ETag",
      content = @Content(schema = @Schema(implementation = AlertDetailJson.class)))
  public Response get(@PathParam("id") String id) {
    return response(alerts.find(caller.tenant(), id(id)).orElseThrow(AlertResource::missing));
  }

  /** Changes the status of one, or whose it is. */
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.ALERTS_WRITE)
  @Operation(
      operationId = "changeAlert",
      summary = "Change an alert's status, owner or assignee",
      description =
          "Each of them is a change of its own in the history; all are made or none. Any status may"
              + " follow any other.")
  @APIResponse(
      responseCode = "200",
      description = "The alert as it is now",
      content = @Content(schema = @Schema(implementation = AlertDetailJson.class)))
  public Response change(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable CaseRequest body) {
    AlertId alert = id(id);
    int revision = IfMatch.revision(ifMatch);
    CaseChanges<AlertStatus> changes = CaseChanges.read(body);
    return response(alerts.change(caller.session().user(), alert, revision, changes));
  }

  private Response response(AlertDetail detail) {
    Tenant tenant = caller.tenant();
    AlertDetailJson json = AlertDetailJson.of(detail, alerts.rule(tenant, detail.summary().rule()));
    return Response.ok(json).tag(Integer.toString(json.revision())).build();
  }

  private static AlertId id(String id) {
    try {
      return new AlertId(id);
    } catch (IllegalArgumentException e) {
      throw missing();
    }
  }

  static ProblemException missing() {
    return new ProblemException(ProblemKind.NOT_FOUND, "There is no alert of that id.");
  }
}
