package io.eventsec.app.api;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.RuleCoverage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule has seen and what it has not.
 *
 * @param ruleId which
 * @param version the version that runs now
 * @param covered what it saw when it came, by source, newest first; 200 at most
 * @param moreCovered how many are left out
 * @param gaps what it did not, newest first, what waits before all; 200 at most
 * @param moreGaps how many are left out
 * @param complete false if the ledger is longer than what is looked at
 */
public record CoverageJson(
    String ruleId,
    String version,
    List<CoveredJson> covered,
    int moreCovered,
    List<GapJson> gaps,
    int moreGaps,
    boolean complete) {
  private static final int MOST = 200;

  static CoverageJson of(RuleRef rule, RuleCoverage coverage, List<Gap> waiting, boolean complete) {
    List<Gap> gaps = Stream.concat(waiting.stream(), coverage.gaps().stream()).toList();
    return new CoverageJson(
        rule.id(),
        rule.version(),
        coverage.covered().stream().limit(MOST).map(CoveredJson::of).toList(),
        Math.max(0, coverage.covered().size() - MOST),
        gaps.stream().limit(MOST).map(GapJson::of).toList(),
        Math.max(0, gaps.size() - MOST),
        complete);
  }

  /**
   * Events of a source that a rule saw when they came.
   *
   * @param source what they were sent under
   * @param from when the first happened
   * @param to when the last happened
   * @param fromPosition where the journal has the first, or had it
   * @param toPosition where it has the last
   * @param events how many there are
   */
  public record CoveredJson(
      String source, Instant from, Instant to, long fromPosition, long toPosition, long events) {
    static CoveredJson of(RuleCoverage.Covered covered) {
      return new CoveredJson(
          covered.source(),
          covered.span().fromTime(),
          covered.span().toTime(),
          covered.span().from(),
          covered.span().to(),
          covered.span().events());
    }
  }
}
