package io.eventsec.core.coverage;

import io.eventsec.core.alert.RuleRef;
import java.util.List;
import java.util.Map;

/**
 * What stores know of the coverage of a rule.
 *
 * @param rule the version that is asked about
 * @param rows the ledger of the tenant, in any order
 * @param versions by id of {@link RulesInForce}, the version of the rule among them; those without
 *     the rule are left out
 * @param untimely what it could not take up, if it is a correlation
 * @param reevaluated over what it has been run again
 * @param kept the first position that the journal still has
 */
public record CoverageFacts(
    RuleRef rule,
    List<CoverageRow> rows,
    Map<String, String> versions,
    List<UntimelySpan> untimely,
    List<ReevaluatedRange> reevaluated,
    long kept) {
  /** Copies the collections. */
  public CoverageFacts {
    rows = List.copyOf(rows);
    versions = Map.copyOf(versions);
    untimely = List.copyOf(untimely);
    reevaluated = List.copyOf(reevaluated);
  }
}
