package io.eventsec.app.api;

import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.app.wiring.RuleText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What a rule has seen. */
@Path("/rules/{id}/coverage")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class CoverageResource {
  @Inject RuleBook rules;
  @Inject CoverageService coverage;
  @Inject Caller caller;

  /** All of it that is looked at. */
  @GET
  @RequiresPermission(Permission.RULES_READ)
  @Operation(
      operationId = "getCoverage",
      summary = "What the version of a rule that runs now has seen, and what it has not",
      description =
          "Positions of the journal are exact. Times are those of events, which come in any"
              + " order: the times of two spans may overlap.")
  public CoverageJson get(@PathParam("id") String id) {
    RuleText rule = rules.find(id).orElseThrow(RuleResource::missing);
    CoverageService.Ledger looked = coverage.look(caller.tenant());
    return CoverageJson.of(
        rule.ref(),
        coverage.of(looked, rule.ref()),
        coverage.waiting(caller.tenant()),
        looked.complete());
  }
}
