package io.eventsec.app.api;

import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.app.wiring.RuleText;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.RuleCoverage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What rules have not seen. */
@Path("/coverage/gaps")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class GapResource {
  private static final int RULES_AT_ONCE = 200;
  private static final int MOST_OF_RULE = 20;

  @Inject RuleBook rules;
  @Inject CoverageService coverage;
  @Inject Caller caller;

  /** A page of the rules that have gaps. */
  @GET
  @RequiresPermission(Permission.RULES_READ)
  @Operation(
      operationId = "listGaps",
      summary = "The rules that have not seen all events, and what they have not seen")
  public GapJson.Listing list(@BeanParam GapParameters parameters) {
    Predicate<Gap> wanted = parameters.wanted();
    int limit = parameters.limit();
    String after = parameters.cursor().orElse("");
    CoverageService.Ledger looked = coverage.look(caller.tenant());
    List<RuleText> left =
        rules.rules().stream()
            .filter(rule -> rule.ref().id().compareTo(after) > 0)
            .sorted(Comparator.comparing(rule -> rule.ref().id()))
            .toList();
    List<GapJson.OfRule> found = new ArrayList<>();
    for (int from = 0; from < left.size() && found.size() <= limit; from += RULES_AT_ONCE) {
      List<RuleText> some = left.subList(from, Math.min(left.size(), from + RULES_AT_ONCE));
      found.addAll(gaps(looked, some, wanted));
    }
    List<GapJson.OfRule> items = found.subList(0, Math.min(limit, found.size()));
    return new GapJson.Listing(
        items,
        coverage.waiting(caller.tenant()).stream().map(GapJson::of).toList(),
        looked.complete(),
        found.size() <= limit ? Optional.empty() : Optional.of(items.get(limit - 1).ruleId()));
  }

  private List<GapJson.OfRule> gaps(
      CoverageService.Ledger looked, List<RuleText> some, Predicate<Gap> wanted) {
    Map<RuleRef, RuleCoverage> found =
        coverage.withGaps(looked, some.stream().map(RuleText::ref).toList());
    List<GapJson.OfRule> gaps = new ArrayList<>();
    for (RuleText rule : some) {
      RuleCoverage of = found.get(rule.ref());
      List<Gap> asked = of == null ? List.of() : of.gaps().stream().filter(wanted).toList();
      if (!asked.isEmpty()) {
        gaps.add(
            new GapJson.OfRule(
                rule.ref().id(),
                rule.ref().version(),
                rule.title(),
                asked.stream().limit(MOST_OF_RULE).map(GapJson::of).toList(),
                asked.size()));
      }
    }
    return gaps;
  }
}
