package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.app.wiring.RuleText;
import io.eventsec.persistence.alert.AlertCounts;
import io.eventsec.persistence.correlation.CorrelationLedger;
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
  @Inject CorrelationLedger ledger;

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
    RuleText rule = find(id);
    return RuleJson.Detail.of(rule, counts().getOrDefault(rule.ref().id(), 0L));
  }

  /** What a correlation has done. */
  @GET
  @Path("/{id}/correlation")
  @RequiresPermission(Permission.RULES_READ)
  @Operation(
      operationId = "getCorrelation",
      summary = "What a correlation has done, and the events that came too late for it")
  public CorrelationJson correlation(@PathParam("id") String id) {
    RuleText rule = find(id);
    if (rule.correlation().isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, "That rule is no correlation.");
    }
    String ruleId = rule.ref().id();
    return CorrelationJson.of(
        ledger.counts(caller.tenant(), ruleId), ledger.untimely(caller.tenant(), ruleId));
  }

  private RuleText find(String id) {
    return rules
        .find(id)
        .orElseThrow(
            () -> new ProblemException(ProblemKind.NOT_FOUND, "No rule of that id is loaded."));
  }

  private Map<String, Long> counts() {
    return alerts.counts(caller.tenant(), Instant.EPOCH).byRule().stream()
        .collect(Collectors.toMap(AlertCounts.RuleCount::ruleId, AlertCounts.RuleCount::count));
  }
}
