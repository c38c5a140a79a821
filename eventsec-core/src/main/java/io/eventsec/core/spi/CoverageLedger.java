package io.eventsec.core.spi;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.CoverageRow;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.UntimelySpan;
import io.eventsec.core.event.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What {@link DetectionStore#commit} has noted of the events that were evaluated. The last row of a
 * source grows as long as the rules stay the same and no event breaks one; a row with events that
 * did grows until it spans {@link #BROKEN_SPAN} positions, so that a rule that breaks now and then
 * leaves few rows. Safe to share between threads and nodes.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store does not answer.
 */
public interface CoverageLedger {
  /** How many positions a row with events that broke a rule takes up. */
  long BROKEN_SPAN = 1_000;

  /**
   * The rows of a tenant, newest first.
   *
   * @param most so many at most, 1 or more
   */
  List<CoverageRow> rows(Tenant tenant, int most);

  /**
   * In which version rules were in force: by id of the rule, by id of the {@link
   * io.eventsec.core.coverage.RulesInForce}. Rules that were in none are left out.
   */
  Map<String, Map<String, String>> versions(Tenant tenant, Collection<String> rules);

  /** What correlations could not take up, by version of the correlation. */
  Map<RuleRef, List<UntimelySpan>> untimely(Tenant tenant, Collection<RuleRef> rules);

  /** True if what follows joins the last row of its source, the rules being the same. */
  static boolean joins(CoverageSpan last, CoverageSpan next) {
    return last.failed() == 0 ? next.failed() == 0 : next.to() - last.from() < BROKEN_SPAN;
  }
}
