package io.eventsec.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleCoverageTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final RuleRef RULE = new RuleRef("rule", "2");

  /** In force with the rule, with it and others, with another version of it, without it. */
  private static final Map<String, String> VERSIONS =
      Map.of("with", "2", "more", "2", "older", "1");

  private final List<CoverageRow> rows = new ArrayList<>();
  private final List<UntimelySpan> untimely = new ArrayList<>();
  private final List<ReevaluatedRange> again = new ArrayList<>();
  private long kept = 1;

  @Test
  void nothingKnown_isNothing() {
    assertThat(coverage()).isEqualTo(new RuleCoverage(List.of(), List.of()));
    assertThat(coverage().isWhole()).isTrue();
  }

  @Test
  void rowsThatDifferInOtherRules_areOneSpan_whateverTheirOrder() {
    row("a", "more", 5, 9);
    row("a", "with", 1, 4);
    assertThat(coverage().covered())
        .containsExactly(
            new RuleCoverage.Covered("a", new CoverageSpan(1, 9, at(1), at(9), 20, 0)));
    assertThat(coverage().gaps()).isEmpty();
  }

  @Test
  void rowsWithoutTheRule_areGaps_otherVersionsToldApart() {
    row("a", "without", 1, 4);
    row("a", "older", 5, 6);
    row("a", "with", 7, 9);
    row("b", "with", 2, 2);
    row("b", "without", 11, 11);
    assertThat(told())
        .containsExactly("b ABSENT OPEN 11-11", "a VERSION OPEN 5-6", "a ABSENT OPEN 1-4");
    assertThat(coverage().covered())
        .extracting(covered -> covered.source() + covered.span().from())
        .containsExactly("a7", "b2");
    assertThat(coverage().isWhole()).isFalse();
  }

  @Test
  void whatTheJournalNoLongerHas_isGone() {
    row("a", "without", 1, 9);
    kept = 6;
    assertThat(told()).containsExactly("a ABSENT OPEN 6-9", "a ABSENT GONE 1-5");
    kept = 100;
    assertThat(told()).containsExactly("a ABSENT GONE 1-9");
    assertThat(coverage().isWhole()).as("nothing can be done").isTrue();
  }

  @Test
  void whatWasRunAgain_isCutOut() {
    row("a", "without", 1, 20);
    again("a", 3, 10, 7, true);
    again("b", 1, 20, 20, false);
    again("a", 15, 30, 40, false);
    again("a", 1, 2, 0, false);
    kept = 2;
    assertThat(told())
        .containsExactly(
            "a ABSENT REEVALUATED 15-20",
            "a ABSENT OPEN 11-14",
            "a ABSENT QUEUED 8-10",
            "a ABSENT REEVALUATED 3-7",
            "a ABSENT OPEN 2-2",
            "a ABSENT GONE 1-1");
  }

  @Test
  void whatWasRunTwice_isCutOutOnce() {
    row("a", "without", 1, 10);
    again("a", 1, 6, 6, false);
    again("a", 4, 8, 8, false);
    again("a", 4, 8, 0, true);
    assertThat(told())
        .containsExactly(
            "a ABSENT OPEN 9-10", "a ABSENT REEVALUATED 7-8", "a ABSENT REEVALUATED 1-6");
  }

  @Test
  void eventsThatBrokeARule_areAGapWithinWhatIsCovered() {
    rows.add(new CoverageRow("a", "with", new CoverageSpan(1, 4, at(1), at(4), 10, 3)));
    row("a", "with", 5, 9);
    assertThat(told()).containsExactly("a FAILED OPEN 1-4");
    assertThat(coverage().gaps().get(0).span().events()).isEqualTo(3);
    assertThat(coverage().covered()).hasSize(1);
  }

  @Test
  void eventsThatCameTooLate_areGaps_goneIfNobodyKnowsWhereTheyAre() {
    untimely.add(new UntimelySpan("a", Reason.LATE, new CoverageSpan(3, 9, at(0), at(1), 5, 0)));
    untimely.add(new UntimelySpan("a", Reason.AHEAD, new CoverageSpan(0, 0, at(0), at(1), 5, 0)));
    assertThat(told()).containsExactly("a LATE OPEN 3-9", "a AHEAD GONE 0-0");
    again("a", 3, 7, 7, false);
    assertThat(told())
        .containsExactly("a LATE OPEN 8-9", "a LATE REEVALUATED 3-7", "a AHEAD GONE 0-0");
  }

  @Test
  void span_hasTheLeastAndTheGreatestTime_withinWhatStoresCanHold() {
    assertThat(CoverageSpan.of(7, List.of(event(at(5)), event(at(1)), event(at(3))), 1))
        .isEqualTo(new CoverageSpan(7, 7, at(1), at(5), 3, 1));
    CoverageSpan odd = CoverageSpan.of(7, List.of(event(Instant.MIN), event(Instant.MAX)), 0);
    assertThat(odd.fromTime()).isEqualTo("1900-01-01T00:00:00Z");
    assertThat(odd.toTime()).isEqualTo("9999-12-31T23:59:59Z");
    CoverageSpan early = CoverageSpan.of(7, List.of(event(Instant.MIN)), 0);
    assertThat(early.toTime()).isEqualTo(early.fromTime());
    assertThatThrownBy(() -> new CoverageSpan(2, 1, at(0), at(0), 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Event event(Instant time) {
    return Event.builder(new EventId("0".repeat(32)), Tenant.DEFAULT, "a").time(time).build();
  }

  @Test
  void rangesOfASource_areMergedAndIntersected() {
    SourceRange range = new SourceRange("a", 3, 5);
    assertThat(
            SourceRange.merged(
                List.of(
                    new SourceRange("b", 1, 1),
                    new SourceRange("a", 6, 7),
                    range,
                    new SourceRange("a", 4, 4),
                    new SourceRange("a", 9, 9))))
        .containsExactly(
            new SourceRange("a", 3, 7), new SourceRange("a", 9, 9), new SourceRange("b", 1, 1));
    assertThat(range.common(new SourceRange("a", 5, 9))).contains(new SourceRange("a", 5, 5));
    assertThat(range.common(new SourceRange("a", 6, 9))).isEmpty();
    assertThat(range.common(new SourceRange("b", 1, 9))).isEmpty();
    assertThatThrownBy(() -> new SourceRange("a", 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SourceRange("a", 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 2 to 1");
  }

  @Test
  void rulesInForce_areNamedByWhatTheyAre_notByTheirOrder() {
    RuleRef other = new RuleRef("other", "1");
    assertThat(RulesInForce.of(List.of(RULE, other)))
        .isEqualTo(RulesInForce.of(List.of(other, RULE, RULE)));
    assertThat(RulesInForce.of(List.of(RULE)).id())
        .isNotEqualTo(RulesInForce.of(List.of(other)).id())
        .isNotEqualTo(RulesInForce.of(List.of(new RuleRef("rule", "3"))).id())
        .isNotEqualTo(RulesInForce.NONE.id())
        .matches("[0-9a-f]{32}");
  }

  private RuleCoverage coverage() {
    return RuleCoverage.of(new CoverageFacts(RULE, rows, VERSIONS, untimely, again, kept));
  }

  private List<String> told() {
    return coverage().gaps().stream()
        .map(
            gap ->
                gap.source()
                    + ' '
                    + gap.reason()
                    + ' '
                    + gap.state()
                    + ' '
                    + gap.span().from()
                    + '-'
                    + gap.span().to())
        .toList();
  }

  private void row(String source, String rules, long from, long to) {
    rows.add(new CoverageRow(source, rules, new CoverageSpan(from, to, at(from), at(to), 10, 0)));
  }

  private void again(String source, long from, long to, long upTo, boolean open) {
    again.add(new ReevaluatedRange(new SourceRange(source, from, to), upTo, open));
  }

  private static Instant at(long second) {
    return NOON.plusSeconds(second);
  }
}
