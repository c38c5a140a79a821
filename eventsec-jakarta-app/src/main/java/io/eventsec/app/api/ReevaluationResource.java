package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.app.wiring.RuleText;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.pipeline.RuleCatalogue;
import io.eventsec.persistence.coverage.NewReevaluation;
import io.eventsec.persistence.coverage.ReevaluationHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Rules run over what they have not seen. */
@Path("/rules/{id}/reevaluations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class ReevaluationResource {
  private static final int MOST = 50;

  @Inject RuleBook rules;
  @Inject CoverageService coverage;
  @Inject ReevaluationService reevaluations;
  @Inject ReevaluationHistory history;
  @Inject Caller caller;

  /** Those of a rule. */
  @GET
  @RequiresPermission(Permission.RULES_READ)
  @Operation(
      operationId = "listReevaluations",
      summary = "The re-evaluations of a rule, of all its versions, newest first")
  public ReevaluationJson.Listing list(@PathParam("id") String id) {
    return listing(rule(id));
  }

  /** Asks for one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.RULES_REEVALUATE)
  @Operation(
      operationId = "reevaluate",
      summary = "Have the rule run over what it has not seen",
      description =
          "All its gaps, or the parts of them that lie in the ranges named; the oldest 1,000 at"
              + " once. Alerts that are there already are not raised again. Asking for what is"
              + " going to be re-evaluated already changes nothing. Again is for what was not known"
              + " when the events came, as indicators: a rule is then run over all that is kept.")
  @APIResponse(
      responseCode = "202",
      description = "A worker will do it; the re-evaluations of the rule, newest first",
      content = @Content(schema = @Schema(implementation = ReevaluationJson.Listing.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "There is nothing to re-evaluate, the journal no longer has it, or another"
              + " re-evaluation of the rule is under way")
  public Response request(@PathParam("id") String id, ReevaluationJson.@Nullable Request body) {
    RuleRef rule = rule(id);
    checkRunsByItself(rule);
    if (ReevaluationRanges.isAgain(body)) {
      checkCanBeRunAgain(rule);
    }
    List<SourceRange> wanted = wanted(rule, body);
    // Whoever was faster may have asked for the same: then nothing is left to ask for.
    if (!wanted.isEmpty() && !asked(rule, wanted) && !wanted(rule, body).isEmpty()) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "A re-evaluation of this rule is under way. Ask again when it has ended; GET"
              + " /api/v1/rules/{id}/reevaluations says how far it has come.");
    }
    return Response.accepted(listing(rule)).build();
  }

  private RuleRef rule(String id) {
    return rules.find(id).orElseThrow(RuleResource::missing).ref();
  }

  private void checkRunsByItself(RuleRef rule) {
    RuleCatalogue catalogue = rules.catalogue();
    if (!catalogue.policies().of(caller.tenant()).runs(rule.id())) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "The rule is switched off. Switch it on and ask again.");
    }
    if (catalogue.isOfAlerts(rule)) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "The rule is about what other rules find, and cannot be run by itself.");
    }
  }

  /** What a correlation has seen is one alert with what is around it: it would be raised twice. */
  private void checkCanBeRunAgain(RuleRef rule) {
    if (rules.correlations().correlations().stream()
        .anyMatch(correlation -> RuleText.of(correlation).ref().equals(rule))) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "A correlation cannot be run over what it has seen. Ask for its gaps with"
              + " {\"all\": true}, or run the rules that it counts again.");
    }
  }

  private List<SourceRange> wanted(RuleRef rule, ReevaluationJson.@Nullable Request body) {
    CoverageService.Ledger looked = coverage.look(caller.tenant());
    ReevaluationRanges ranges = ReevaluationRanges.of(coverage.of(looked, rule), body);
    return ReevaluationRanges.isAgain(body) ? ranges.seen(looked.kept()) : ranges.wanted();
  }

  /** False if another one of the rule is open. */
  private boolean asked(RuleRef rule, List<SourceRange> ranges) {
    UUID user = caller.session().user().id();
    return reevaluations.request(
        new NewReevaluation(caller.tenant(), rule, ranges, Optional.of(user)));
  }

  private ReevaluationJson.Listing listing(RuleRef rule) {
    return new ReevaluationJson.Listing(
        history.ofRule(caller.tenant(), rule.id(), MOST).stream()
            .map(ReevaluationJson::of)
            .toList());
  }
}
