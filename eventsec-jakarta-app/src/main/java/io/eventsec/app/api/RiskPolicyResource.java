package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import io.eventsec.persistence.riskpolicy.RiskPolicyChange;
import io.eventsec.persistence.riskpolicy.RiskPolicyChoice;
import io.eventsec.persistence.riskpolicy.RiskPolicyQuery;
import io.eventsec.persistence.riskpolicy.RiskPolicyRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** How the risk of vulnerabilities is judged. */
@Path("/risk-policies")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class RiskPolicyResource {
  @Inject RiskPolicyService policies;
  @Inject Caller caller;

  /** A page of versions. */
  @GET
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(
      operationId = "listRiskPolicies",
      summary = "Versions of policies of risk, and the one that is in force")
  public RiskPolicyJson.RiskPolicyListing list(@BeanParam PageParameters parameters) {
    RiskPolicyQuery query =
        new RiskPolicyQuery(caller.tenant(), parameters.cursor(), parameters.limit());
    Page<RiskPolicyJson> page = parameters.page(() -> policies.page(query), RiskPolicyJson::of);
    return new RiskPolicyJson.RiskPolicyListing(
        page.items(),
        page.nextCursor(),
        RiskPolicyJson.of(RiskPolicyRecord.BUILT_IN),
        RiskPolicyJson.RiskPolicyChoiceJson.of(policies.inForce(caller.tenant())));
  }

  /** One version. */
  @GET
  @Path("/{name}/versions/{version}")
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(operationId = "getRiskPolicy", summary = "A version of a policy of risk")
  public RiskPolicyJson get(@PathParam("name") String name, @PathParam("version") String version) {
    return RiskPolicyJson.of(policies.find(caller.tenant(), name, number(version)));
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "createRiskPolicy",
      summary = "Make a version of a policy of risk",
      description =
          "It gets the next number of its name and never changes. It labels nothing until it is put"
              + " in force.")
  @APIResponse(
      responseCode = "201",
      description = "The version",
      content = @Content(schema = @Schema(implementation = RiskPolicyJson.class)))
  public Response create(RiskPolicyJson.@Nullable RiskPolicyRequest body) {
    RiskPolicyDocument document = RiskPolicyRequests.document(body);
    String reason = body == null ? null : body.reason();
    RiskPolicyChange change = RiskPolicyRequests.change(caller.session().user(), reason);
    return Response.status(Response.Status.CREATED)
        .entity(RiskPolicyJson.of(policies.create(change, document)))
        .build();
  }

  /** What a policy would change. */
  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "previewRiskPolicy",
      summary = "What a policy of risk would change, if it were in force",
      description =
          "Computed of the facts that are stored with findings that are not fixed; nothing is"
              + " changed.")
  public RiskPreviewJson preview(RiskPolicyJson.@Nullable RiskPolicyRequest body) {
    RiskPolicyDocument document = RiskPolicyRequests.document(body);
    return RiskPreviewJson.of(policies.preview(caller.tenant(), document.policy()));
  }

  /** What a version would change. */
  @GET
  @Path("/{name}/versions/{version}/preview")
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "previewRiskPolicyVersion",
      summary = "What a version of a policy of risk would change, if it were in force")
  public RiskPreviewJson previewVersion(
      @PathParam("name") String name, @PathParam("version") String version) {
    RiskPolicyRecord record = policies.find(caller.tenant(), name, number(version));
    return RiskPreviewJson.of(policies.preview(caller.tenant(), record.policy()));
  }

  /** What is in force. */
  @GET
  @Path("/in-force")
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(
      operationId = "getRiskPolicyInForce",
      summary = "Which version labels findings, since when, and why")
  @APIResponse(
      responseCode = "200",
      description = "The choice; its revision is the ETag",
      content =
          @Content(schema = @Schema(implementation = RiskPolicyJson.RiskPolicyChoiceJson.class)))
  public Response inForce() {
    return response(policies.inForce(caller.tenant()));
  }

  /** Puts a version in force. */
  @PUT
  @Path("/in-force")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "putRiskPolicyInForce",
      summary = "Put a version of a policy of risk in force",
      description =
          "Findings get their labels and due dates by it when the timer vulnerabilities runs next,"
              + " which is as soon as possible, asset by asset; their history names it.")
  @APIResponse(
      responseCode = "200",
      description = "The choice",
      content =
          @Content(schema = @Schema(implementation = RiskPolicyJson.RiskPolicyChoiceJson.class)))
  @APIResponse(responseCode = "404", description = "There is no such version")
  public Response putInForce(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      RiskPolicyJson.@Nullable RiskPolicyChoiceRequest body) {
    if (body == null || body.name() == null || body.version() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"name\": ..., \"version\": ..., \"reason\": ...}.");
    }
    int revision = IfMatch.revision(ifMatch);
    RiskPolicyChange change = RiskPolicyRequests.change(caller.session().user(), body.reason());
    RiskPolicyChoice choice = policies.choose(change, body.name(), body.version(), revision);
    policies.hurry();
    return response(choice);
  }

  private static Response response(RiskPolicyChoice choice) {
    return Response.ok(RiskPolicyJson.RiskPolicyChoiceJson.of(choice))
        .tag(Integer.toString(choice.revision()))
        .build();
  }

  private static int number(String version) {
    return RiskPolicyRequests.version(version).orElseThrow(RiskPolicyService::missing);
  }
}
