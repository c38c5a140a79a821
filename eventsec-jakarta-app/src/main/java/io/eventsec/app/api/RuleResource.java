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
import io.eventsec.persistence.policy.RuleSettingChange;
import io.eventsec.persistence.policy.RuleSettingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

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
  @Inject RulePolicyService policies;

  /** All of them. */
  @GET
  @RequiresPermission(Permission.RULES_READ)
  @Operation(operationId = "listRules", summary = "The rules, and what is wrong with some")
  public RuleJson.Listing list() {
    Map<String, Long> counts = counts();
    Map<String, RuleSettingRecord> settings = policies.settings(caller.tenant());
    List<RuleJson> items =
        rules.rules().stream()
            .map(
                rule ->
                    RuleJson.of(
                        rule,
                        Optional.ofNullable(settings.get(rule.ref().id())),
                        counts.getOrDefault(rule.ref().id(), 0L)))
            .toList();
    return new RuleJson.Listing(
        items, rules.problems().stream().map(RuleJson.ProblemJson::of).toList());
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.RULES_READ)
  @Operation(operationId = "getRule", summary = "A rule with its text")
  @APIResponse(
      responseCode = "200",
      description = "The rule; the revision of what was decided about it is the ETag",
      content = @Content(schema = @Schema(implementation = RuleJson.Detail.class)))
  public Response get(@PathParam("id") String id) {
    RuleText rule = find(id);
    return response(rule, policies.setting(caller.tenant(), rule.ref().id()));
  }

  /** Decides whether one runs, and how much it matters. */
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.RULES_WRITE)
  @Operation(
      operationId = "changeRule",
      summary = "Switch a rule on or off, or say how much its alerts matter",
      description =
          "For this tenant and all versions of the rule; in force within seconds. A rule that is"
              + " switched off is not counted by correlations either.")
  @APIResponse(
      responseCode = "200",
      description = "The rule as it is now",
      content = @Content(schema = @Schema(implementation = RuleJson.Detail.class)))
  public Response change(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      RuleSettingJson.@Nullable Request body) {
    RuleText rule = find(id);
    int revision = IfMatch.revision(ifMatch);
    String ruleId = rule.ref().id();
    Optional<RuleSettingRecord> now = policies.setting(caller.tenant(), ruleId);
    RuleSettingChange change =
        RulePolicyRequests.change(
            caller.session().user(), ruleId, revision, now.map(RuleSettingRecord::setting), body);
    return response(rule, Optional.of(policies.change(change)));
  }

  private Response response(RuleText rule, Optional<RuleSettingRecord> setting) {
    long alerts = counts().getOrDefault(rule.ref().id(), 0L);
    return Response.ok(RuleJson.Detail.of(rule, setting, alerts))
        .tag(Integer.toString(setting.map(RuleSettingRecord::revision).orElse(0)))
        .build();
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
    return rules.find(id).orElseThrow(RuleResource::missing);
  }

  static ProblemException missing() {
    return new ProblemException(ProblemKind.NOT_FOUND, "No rule of that id is loaded.");
  }

  private Map<String, Long> counts() {
    return alerts.counts(caller.tenant(), Instant.EPOCH).byRule().stream()
        .collect(Collectors.toMap(AlertCounts.RuleCount::ruleId, AlertCounts.RuleCount::count));
  }
}
