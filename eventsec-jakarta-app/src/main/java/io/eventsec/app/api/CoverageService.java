package io.eventsec.app.api;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.CoverageFacts;
import io.eventsec.core.coverage.CoverageRow;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.GapReason;
import io.eventsec.core.coverage.GapState;
import io.eventsec.core.coverage.ReevaluatedRange;
import io.eventsec.core.coverage.RuleCoverage;
import io.eventsec.core.coverage.UntimelySpan;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.persistence.coverage.PostgresCoverageLedger;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.journal.JournalReach;
import io.eventsec.persistence.journal.WaitingSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What rules have seen and what they have not, out of what the stores know. */
@ApplicationScoped
public class CoverageService {
  /** The newest rows of the ledger that are looked at: what is older is not told of. */
  static final int MOST_ROWS = 5_000;

  @Inject PostgresCoverageLedger ledger;
  @Inject PostgresReevaluations reevaluations;
  @Inject PostgresDetectionStore store;
  @Inject JournalReach reach;

  /**
   * The ledger of a tenant as it is looked at for one request.
   *
   * @param tenant whose
   * @param rows the newest rows
   * @param kept the first position that the journal still has
   */
  record Ledger(Tenant tenant, List<CoverageRow> rows, long kept) {
    /** False if there are more rows than are looked at. */
    boolean complete() {
      return rows.size() < MOST_ROWS;
    }

    /** The names of the rules in force of all rows. */
    Set<String> sets() {
      return rows.stream().map(CoverageRow::rules).collect(Collectors.toUnmodifiableSet());
    }

    boolean hasFailures() {
      return rows.stream().anyMatch(row -> row.span().failed() > 0);
    }
  }

  /** Looks at the ledger. */
  Ledger look(Tenant tenant) {
    // The journal first: what is dropped meanwhile is refused when it is asked for.
    long kept = reach.first();
    return new Ledger(tenant, ledger.rows(tenant, MOST_ROWS), kept);
  }

  /** The coverage of a rule. */
  RuleCoverage of(Ledger looked, RuleRef rule) {
    return of(looked, List.of(rule)).getOrDefault(rule, new RuleCoverage(List.of(), List.of()));
  }

  /**
   * The coverage of rules, in their order; those that have seen all that ever came are left out.
   */
  Map<RuleRef, RuleCoverage> withGaps(Ledger looked, List<RuleRef> rules) {
    Map<RuleRef, RuleCoverage> all = of(looked, rules);
    all.values().removeIf(coverage -> coverage.gaps().isEmpty());
    return all;
  }

  private Map<RuleRef, RuleCoverage> of(Ledger looked, List<RuleRef> rules) {
    Tenant tenant = looked.tenant();
    Map<String, Map<String, String>> versions =
        ledger.versions(tenant, rules.stream().map(RuleRef::id).toList());
    Map<RuleRef, List<UntimelySpan>> untimely = ledger.untimely(tenant, rules);
    Map<RuleRef, List<ReevaluatedRange>> again = reevaluations.ranges(tenant, rules);
    Set<String> sets = looked.sets();
    boolean failures = looked.hasFailures();
    Map<RuleRef, RuleCoverage> coverage = new LinkedHashMap<>();
    for (RuleRef rule : rules) {
      Map<String, String> in = versions.getOrDefault(rule.id(), Map.of());
      boolean always = sets.stream().allMatch(set -> rule.version().equals(in.get(set)));
      // Looking through all rows for each of thousands of rules would take too long.
      if (rules.size() == 1 || failures || !always || untimely.containsKey(rule)) {
        coverage.put(
            rule,
            RuleCoverage.of(
                new CoverageFacts(
                    rule,
                    looked.rows(),
                    in,
                    untimely.getOrDefault(rule, List.of()),
                    again.getOrDefault(rule, List.of()),
                    looked.kept())));
      }
    }
    return coverage;
  }

  /** What waits in the journal, for all rules alike; the times are those of receipt. */
  List<Gap> waiting(Tenant tenant) {
    return reach.waiting(tenant, store.position(DetectionPipeline.READER)).stream()
        .map(CoverageService::waiting)
        .toList();
  }

  private static Gap waiting(WaitingSource source) {
    CoverageSpan span =
        new CoverageSpan(
            source.from(),
            source.to(),
            source.receivedFirst(),
            source.receivedLast(),
            source.records(),
            0);
    return new Gap(source.source(), GapReason.WAITING, GapState.OPEN, span);
  }
}
