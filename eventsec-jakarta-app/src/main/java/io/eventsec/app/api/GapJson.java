package io.eventsec.app.api;

import io.eventsec.core.coverage.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Events of a source that a rule has not seen when they came.
 *
 * @param source what they were sent under
 * @param reason why not: version (another version of the rule ran), absent, failed, late, ahead or
 *     waiting
 * @param state open (the rule can be run over them), queued, reevaluated or gone (the journal no
 *     longer has them)
 * @param from when the first happened; when it was received, if they wait
 * @param to when the last happened; when it was received, if they wait
 * @param fromPosition where the journal has the first; 0 if nobody knows
 * @param toPosition where it has the last
 * @param events how many there are; of a part of what was noted together, how many at most
 * @param reevaluable whether the rule can be run over them now
 */
public record GapJson(
    String source,
    String reason,
    String state,
    Instant from,
    Instant to,
    long fromPosition,
    long toPosition,
    long events,
    boolean reevaluable) {

  static GapJson of(Gap gap) {
    return new GapJson(
        gap.source(),
        Values.name(gap.reason()),
        Values.name(gap.state()),
        gap.span().fromTime(),
        gap.span().toTime(),
        gap.span().from(),
        gap.span().to(),
        gap.span().events(),
        gap.isReevaluable());
  }

  /**
   * The gaps of a rule.
   *
   * @param ruleId which
   * @param version the version that runs now
   * @param title its title
   * @param gaps the newest 20
   * @param total how many there are
   */
  public record OfRule(
      String ruleId, String version, String title, List<GapJson> gaps, int total) {}

  /**
   * A page of rules with gaps.
   *
   * @param items by id of the rule
   * @param waiting what waits in the journal, which no rule has seen; the first 200 sources
   * @param complete false if the ledger is longer than what is looked at
   * @param nextCursor where the next page starts; null on the last one
   */
  public record Listing(
      List<OfRule> items, List<GapJson> waiting, boolean complete, Optional<String> nextCursor) {}
}
