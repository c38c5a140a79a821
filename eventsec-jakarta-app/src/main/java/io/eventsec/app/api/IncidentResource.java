package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.incident.IncidentDetail;
import io.eventsec.persistence.incident.IncidentQuery;
import io.eventsec.persistence.incident.NewIncident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The incidents. */
@Path("/incidents")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class IncidentResource {
  private static final String ITEM_ID = "[0-9]{1,18}";

  @Inject IncidentService incidents;
  @Inject Caller caller;
  @Context UriInfo uri;

  /** A page of them. */
  @GET
  @RequiresPermission(Permission.INCIDENTS_READ)
  @Operation(operationId = "listIncidents", summary = "Incidents, newest first")
  public Page<IncidentJson> list(@BeanParam IncidentParameters parameters) {
    IncidentQuery query = parameters.query(caller.tenant());
    return parameters.page(() -> incidents.page(query), IncidentJson::of);
  }

  /** Creates one out of alerts. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.INCIDENTS_WRITE)
  @Operation(operationId = "createIncident", summary = "Create an incident out of alerts")
  @APIResponse(
      responseCode = "201",
      description = "The incident; its revision is the ETag",
      content = @Content(schema = @Schema(implementation = IncidentJson.Detail.class)))
  public Response create(IncidentJson.@Nullable Request body) {
    NewIncident wanted = IncidentRequests.incident(user(), body);
    try {
      IncidentDetail made = incidents.create(wanted);
      return Response.created(
              uri.getAbsolutePathBuilder().path(made.summary().id().toString()).build())
          .entity(IncidentJson.Detail.of(made))
          .tag(Integer.toString(made.summary().revision()))
          .build();
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("alerts", wanted.alerts().size() + " of them", e);
    }
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.INCIDENTS_READ)
  @Operation(operationId = "getIncident", summary = "An incident with its items and history")
  @APIResponse(
      responseCode = "200",
      description = "The incident; its revision is the ETag",
      content = @Content(schema = @Schema(implementation = IncidentJson.Detail.class)))
  public Response get(@PathParam("id") String id) {
    return response(incidents.find(caller.tenant(), id(id)).orElseThrow(IncidentChanges::missing));
  }

  /** Changes the title or status of one, or whose it is. */
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.INCIDENTS_WRITE)
  @Operation(
      operationId = "changeIncident",
      summary = "Change an incident's title, status, owner or assignee",
      description = "Each of them is a change of its own in the history; all are made or none.")
  @APIResponse(
      responseCode = "200",
      description = "The incident as it is now",
      content = @Content(schema = @Schema(implementation = IncidentJson.Detail.class)))
  @APIResponse(responseCode = "409", description = "The status does not follow from where it is")
  public Response change(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable IncidentRequest body) {
    UUID incident = id(id);
    int revision = IfMatch.revision(ifMatch);
    CaseChanges<IncidentStatus> changes = CaseChanges.read(body);
    return response(incidents.change(user(), incident, revision, changes));
  }

  /** Makes things part of one. */
  @POST
  @Path("/{id}/items")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.INCIDENTS_WRITE)
  @Operation(operationId = "addIncidentItems", summary = "Make things part of an incident")
  @APIResponse(
      responseCode = "200",
      description = "The incident as it is now",
      content = @Content(schema = @Schema(implementation = IncidentJson.Detail.class)))
  @APIResponse(responseCode = "409", description = "It would have more than 1,000 items")
  public Response add(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      IncidentJson.@Nullable ItemsRequest body) {
    UUID incident = id(id);
    int revision = IfMatch.revision(ifMatch);
    IncidentService.Items items =
        new IncidentService.Items(
            IncidentRequests.items(body),
            CaseChanges.comment(body == null ? null : body.comment()));
    return response(incidents.add(user(), incident, revision, items));
  }

  /** Takes a thing out of one. */
  @DELETE
  @Path("/{id}/items/{item}")
  @RequiresPermission(Permission.INCIDENTS_WRITE)
  @Operation(operationId = "removeIncidentItem", summary = "Take a thing out of an incident")
  @APIResponse(
      responseCode = "200",
      description = "The incident as it is now",
      content = @Content(schema = @Schema(implementation = IncidentJson.Detail.class)))
  public Response remove(
      @PathParam("id") String id,
      @PathParam("item") String item,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    UUID incident = id(id);
    if (!item.matches(ITEM_ID)) {
      throw new ProblemException(ProblemKind.NOT_FOUND, "The incident has no such item.");
    }
    int revision = IfMatch.revision(ifMatch);
    return response(incidents.remove(user(), incident, revision, Long.parseLong(item)));
  }

  private UserAccount user() {
    return caller.session().user();
  }

  private static Response response(IncidentDetail detail) {
    return Response.ok(IncidentJson.Detail.of(detail))
        .tag(Integer.toString(detail.summary().revision()))
        .build();
  }

  private static UUID id(String id) {
    return Values.uuid(id).orElseThrow(IncidentChanges::missing);
  }
}
