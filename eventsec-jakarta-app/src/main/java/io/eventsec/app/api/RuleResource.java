package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.app.wiring.RuleText;
import io.eventsec.persistence.alert.AlertCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The rules of this installation. */
@Path("/rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class RuleResource {
  @Inject RuleBook rules;
  @Inject AlertService alerts;
  @Inject Caller caller;

  /** All of them. */
  @GET
  @RequiresPermission(Permission.RULES_READ)
  @Operation(operationId = "listRules", summary = "The rules, and what is wrong with some")
  public RuleJson.Listing list() {
    Map<String, Long> counts = counts();
    List<RuleJson> items =
        rules.rules().stream()
            .map(rule -> RuleJson.of(rule, counts.getOrDefault(rule.ref().id(), 0L)))
            .toList();
    return new RuleJson.Listing(
        items, rules.problems().stream().map(RuleJson.ProblemJson::of).toList());
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.RULES_READ)
  @Operation(operationId = "getRule", summary = "A rule with its text")
  public RuleJson.Detail get(@PathParam("id") String id) {
    RuleText rule =
        rules
            .find(id)
            .orElseThrow(
                () -> new ProblemException(ProblemKind.NOT_FOUND, "No rule of that id is loaded."));
    return RuleJson.Detail.of(rule, counts().getOrDefault(rule.ref().id(), 0L));
  }

  private Map<String, Long> counts() {
    return alerts.counts(caller.tenant(), Instant.EPOCH).byRule().stream()
        .collect(Collectors.toMap(AlertCounts.RuleCount::ruleId, AlertCounts.RuleCount::count));
  }
}
