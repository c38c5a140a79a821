package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.app.wiring.RuleText;
import io.eventsec.persistence.policy.NewException;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Events that rules shall not see. */
@Path("/rules/{id}/exceptions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class RuleExceptionResource {
  @Inject RuleBook rules;
  @Inject RulePolicyService policies;
  @Inject Caller caller;

  /** Those of a rule. */
  @GET
  @RequiresPermission(Permission.RULES_READ)
  @Operation(
      operationId = "listRuleExceptions",
      summary = "The exceptions of a rule, newest first, with what they have kept back")
  public RuleExceptionJson.Listing list(@PathParam("id") String id) {
    return new RuleExceptionJson.Listing(
        policies.exceptions(caller.tenant(), id).stream().map(RuleExceptionJson::of).toList());
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.RULES_WRITE)
  @Operation(
      operationId = "createRuleException",
      summary = "Keep events from a rule that are known to be harmless",
      description =
          "They are counted, not lost: hits says how many there were. In force within seconds, for"
              + " events that happen before expiresAt.")
  @APIResponse(
      responseCode = "201",
      description = "The exception",
      content = @Content(schema = @Schema(implementation = RuleExceptionJson.class)))
  @APIResponse(responseCode = "409", description = "The rule sees no events of its own")
  public Response create(@PathParam("id") String id, RuleExceptionJson.@Nullable Request body) {
    RuleText rule = rules.find(id).orElseThrow(RuleResource::missing);
    if (rule.correlation().isPresent() && !rules.correlations().takesEvents(id)) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "This correlation counts what other correlations find and sees no events itself. Make the"
              + " exception for those.");
    }
    NewException wanted = RulePolicyRequests.exception(caller.session().user(), id, body);
    try {
      return Response.status(Response.Status.CREATED)
          .entity(RuleExceptionJson.of(policies.create(wanted)))
          .build();
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("owner", wanted.owner().toString(), e);
    }
  }

  /** Ends one before its time. */
  @DELETE
  @Path("/{exception}")
  @RequiresPermission(Permission.RULES_WRITE)
  @Operation(
      operationId = "endRuleException",
      summary = "End an exception before its time",
      description = "It stays listed, with who ended it and what it had kept back.")
  @APIResponse(responseCode = "204", description = "Ended")
  public Response end(@PathParam("id") String id, @PathParam("exception") String exception) {
    boolean ended =
        Values.uuid(exception)
            .filter(found -> policies.end(caller.session().user(), id, found))
            .isPresent();
    if (!ended) {
      throw new ProblemException(
          ProblemKind.NOT_FOUND, "The rule has no exception of that id that is not ended.");
    }
    return Response.noContent().build();
  }
}
