package io.eventsec.app.api;

import io.eventsec.app.advisory.AdvisoryLibraries;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.vulnerability.FindingDetail;
import io.eventsec.persistence.vulnerability.FindingQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Where vulnerabilities were found, and what people do about it. */
@Path("/vulnerabilities/findings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class FindingResource {
  @Inject FindingService findings;
  @Inject AdvisoryLibraries libraries;
  @Inject Caller caller;

  /** A page of them. */
  @GET
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(
      operationId = "listFindings",
      summary = "Vulnerabilities found in components of assets, worst first",
      description = "While advisorySources is empty, nothing is looked for.")
  public FindingJson.FindingListing list(
      @BeanParam FindingSelection selection, @BeanParam PageParameters parameters) {
    Instant now = Instant.now();
    FindingQuery query =
        new FindingQuery(
            caller.tenant(), selection.filter(now), parameters.cursor(), parameters.limit());
    Page<FindingJson> page =
        parameters.page(() -> findings.page(query), finding -> FindingJson.of(finding, now));
    return new FindingJson.FindingListing(
        page.items(), page.nextCursor(), AdvisorySourceJson.of(libraries));
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(operationId = "getFinding", summary = "A finding with its evidence and history")
  @APIResponse(
      responseCode = "200",
      description = "The finding; its revision is the ETag",
      content = @Content(schema = @Schema(implementation = FindingJson.FindingDetailJson.class)))
  public Response get(@PathParam("id") String id) {
    return response(findings.find(caller.tenant(), id(id)));
  }

  /** Moves one. */
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "moveFinding",
      summary = "Move a finding",
      description =
          "To open, in_review, mitigated, accepted (with reason and end) or false_positive (with"
              + " reason). Only evidence makes one fixed.")
  @APIResponse(
      responseCode = "200",
      description = "The finding as it is now",
      content = @Content(schema = @Schema(implementation = FindingJson.FindingDetailJson.class)))
  @APIResponse(responseCode = "409", description = "It cannot go there from where it stands")
  public Response move(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      FindingMoveJson.@Nullable FindingMoveRequest body) {
    long finding = id(id);
    int revision = IfMatch.revision(ifMatch);
    return response(
        findings.change(FindingRequests.move(caller.session().user(), finding, revision, body)));
  }

  /** Moves several. */
  @POST
  @Path("/moves")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "moveFindings",
      summary = "Move up to 500 findings",
      description = "Those that can be moved are, the others stay; what became of each is told.")
  public FindingMoveJson moveAll(FindingMoveJson.@Nullable FindingMovesRequest body) {
    return FindingMoveJson.of(findings.move(FindingRequests.moves(caller.session().user(), body)));
  }

  private static Response response(FindingDetail detail) {
    return Response.ok(FindingJson.FindingDetailJson.of(detail, Instant.now()))
        .tag(Integer.toString(detail.summary().revision()))
        .build();
  }

  private static long id(String id) {
    return FindingRequests.id(id).orElseThrow(FindingService::missing);
  }
}
