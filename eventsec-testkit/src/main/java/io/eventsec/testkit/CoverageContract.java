package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.coverage.CoverageRow;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.coverage.UntimelySpan;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CorrelationCommit;
import io.eventsec.core.spi.CoverageLedger;
import io.eventsec.core.spi.CoverageNote;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.UntimelyNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link CoverageLedger} must do, together with the store that writes it. */
public abstract class CoverageContract {
  private static final String READER = "detect";
  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER_TENANT = new Tenant("other");
  private static final RuleRef OLD = new RuleRef("rule", "1");
  private static final RuleRef NEW = new RuleRef("rule", "2");
  private static final RuleRef BESIDE = new RuleRef("beside", "1");
  private static final RulesInForce FIRST = RulesInForce.of(List.of(OLD));
  private static final RulesInForce SECOND = RulesInForce.of(List.of(NEW, BESIDE));

  /** For subclasses. */
  protected CoverageContract() {}

  /** The ports under test: empty when a test begins, the same throughout it. */
  protected abstract CoveragePorts ports();

  /** Makes sure that a tenant is known, if the adapter wants that. */
  protected void openTenant(Tenant tenant) {}

  @Test
  public void rows_nothingEvaluated_areNone() {
    assertThat(ports().ledger().rows(TENANT, 10)).isEmpty();
    assertThat(ports().ledger().versions(TENANT, List.of("rule"))).isEmpty();
    assertThat(ports().ledger().untimely(TENANT, List.of(OLD))).isEmpty();
  }

  @Test
  public void commit_sameRules_makesTheRowOfASourceLonger() {
    commit(note("a", FIRST, span(1, 3, 10)));
    commit(note("b", FIRST, span(4, 4, 5)));
    commit(note("a", RulesInForce.of(List.of(OLD)), span(5, 9, 1)));
    assertThat(ports().ledger().rows(TENANT, 10))
        .containsExactlyInAnyOrder(
            new CoverageRow("b", FIRST.id(), span(4, 4, 5)),
            new CoverageRow(
                "a",
                FIRST.id(),
                new CoverageSpan(
                    1,
                    9,
                    TestEvents.BEGINNING.plusSeconds(1),
                    TestEvents.BEGINNING.plusSeconds(9),
                    11,
                    0)));
  }

  @Test
  public void commit_eventsOutOfOrder_widensTheTimesBothWays() {
    commit(note("a", FIRST, span(1, 1, 1)));
    CoverageSpan earlier =
        new CoverageSpan(
            2,
            2,
            TestEvents.BEGINNING.minusSeconds(60),
            TestEvents.BEGINNING.minusSeconds(60),
            1,
            0);
    commit(note("a", FIRST, earlier));
    assertThat(ports().ledger().rows(TENANT, 10))
        .singleElement()
        .extracting(CoverageRow::span)
        .isEqualTo(
            new CoverageSpan(
                1,
                2,
                TestEvents.BEGINNING.minusSeconds(60),
                TestEvents.BEGINNING.plusSeconds(1),
                2,
                0));
  }

  @Test
  public void commit_timesFarApart_areKept() {
    CoverageSpan wide =
        new CoverageSpan(
            1,
            1,
            Instant.parse("1900-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59Z"),
            2,
            0);
    commit(note("a", FIRST, wide));
    assertThat(ports().ledger().rows(TENANT, 10))
        .containsExactly(new CoverageRow("a", FIRST.id(), wide));
  }

  @Test
  public void commit_textThatSomeStoresCannotHold_isKeptUnderOneName() {
    commit(note("nul \u0000", FIRST, span(1, 1, 1)));
    commit(note("nul \u0000", FIRST, span(2, 2, 1)));
    assertThat(ports().ledger().rows(TENANT, 10))
        .singleElement()
        .satisfies(row -> assertThat(row.span().events()).isEqualTo(2));
  }

  @Test
  public void commit_otherRules_beginsARow_andBackAgain() {
    commit(note("a", FIRST, span(1, 1, 1)));
    commit(note("a", SECOND, span(2, 2, 1)), note("b", SECOND, span(3, 3, 1)));
    commit(note("a", FIRST, span(4, 4, 1)));
    assertThat(ports().ledger().rows(TENANT, 10))
        .extracting(row -> row.source() + row.span().from() + row.rules())
        .containsExactlyInAnyOrder(
            "a1" + FIRST.id(), "a2" + SECOND.id(), "b3" + SECOND.id(), "a4" + FIRST.id());
    assertThat(ports().ledger().rows(TENANT, 1))
        .singleElement()
        .extracting(row -> row.span().from())
        .as("the newest")
        .isEqualTo(4L);
  }

  @Test
  public void versions_tellInWhichVersionARuleWasInForce() {
    commit(note("a", FIRST, span(1, 1, 1)));
    commit(note("a", SECOND, span(2, 2, 1)));
    assertThat(ports().ledger().versions(TENANT, List.of("rule", "beside", "never")))
        .isEqualTo(
            Map.of(
                "rule", Map.of(FIRST.id(), "1", SECOND.id(), "2"),
                "beside", Map.of(SECOND.id(), "1")));
  }

  @Test
  public void commit_noRules_isARowToo() {
    commit(note("a", RulesInForce.NONE, span(1, 1, 1)));
    assertThat(ports().ledger().rows(TENANT, 10))
        .containsExactly(new CoverageRow("a", RulesInForce.NONE.id(), span(1, 1, 1)));
  }

  @Test
  public void commit_tenants_haveRowsOfTheirOwn() {
    openTenant(OTHER_TENANT);
    commit(
        note("a", FIRST, span(1, 1, 1)),
        new CoverageNote(OTHER_TENANT, "a", SECOND, span(2, 2, 7)));
    assertThat(ports().ledger().rows(TENANT, 10))
        .containsExactly(new CoverageRow("a", FIRST.id(), span(1, 1, 1)));
    assertThat(ports().ledger().rows(OTHER_TENANT, 10))
        .containsExactly(new CoverageRow("a", SECOND.id(), span(2, 2, 7)));
    assertThat(ports().ledger().versions(OTHER_TENANT, List.of("rule")))
        .isEqualTo(Map.of("rule", Map.of(SECOND.id(), "2")));
  }

  @Test
  public void commit_eventsThatBrokeARule_standInARowThatEndsSoon() {
    commit(note("a", FIRST, span(1, 1, 5)));
    commit(note("a", FIRST, broken(2, 1)));
    commit(note("a", FIRST, span(3, 3, 5)));
    commit(note("a", FIRST, broken(500, 2)));
    commit(note("a", FIRST, span(1_002, 1_002, 5)));
    commit(note("a", FIRST, span(1_003, 1_003, 5)));
    assertThat(ports().ledger().rows(TENANT, 10))
        .extracting(CoverageRow::span)
        .extracting(CoverageSpan::from, CoverageSpan::to, CoverageSpan::failed)
        .containsExactlyInAnyOrder(
            tuple(1L, 1L, 0L), tuple(2L, 500L, 3L), tuple(1_002L, 1_003L, 0L));
  }

  @Test
  public void commit_readerStandsElsewhere_notesNothing() {
    commit(note("a", FIRST, span(1, 1, 1)));
    ReaderStep stale = new ReaderStep(READER, JournalPosition.START, new JournalPosition(5));
    DetectionCommit commit =
        new DetectionCommit(stale, List.of(), List.of(), 1)
            .with(List.of(note("a", SECOND, span(2, 2, 1))));
    assertThatThrownBy(() -> ports().store().commit(commit))
        .isInstanceOf(PositionConflictException.class);
    assertThat(ports().ledger().rows(TENANT, 10)).hasSize(1);
    assertThat(ports().ledger().versions(TENANT, List.of("beside"))).isEmpty();
  }

  @Test
  public void untimely_isTold_bySourceAndReasonAndVersion() {
    commit(
        untimely(1, NEW, "a", Reason.LATE, 7),
        untimely(2, NEW, "a", Reason.LATE, 5),
        untimely(3, NEW, "a", Reason.AHEAD, 6),
        untimely(4, NEW, "b", Reason.LATE, 0),
        untimely(5, OLD, "a", Reason.LATE, 4));
    assertThat(ports().ledger().untimely(TENANT, List.of(NEW)).get(NEW))
        .containsExactlyInAnyOrder(
            new UntimelySpan(
                "a",
                Reason.LATE,
                new CoverageSpan(
                    5,
                    7,
                    TestEvents.BEGINNING.plusSeconds(1),
                    TestEvents.BEGINNING.plusSeconds(2),
                    2,
                    0)),
            new UntimelySpan("a", Reason.AHEAD, at(6, 3)),
            new UntimelySpan("b", Reason.LATE, at(0, 4)));
    assertThat(ports().ledger().untimely(TENANT, List.of(NEW, OLD))).containsOnlyKeys(NEW, OLD);
  }

  private void commit(CoverageNote... notes) {
    commit(CorrelationCommit.NONE, List.of(notes));
  }

  private void commit(UntimelyNote... untimely) {
    commit(new CorrelationCommit(List.of(), List.of(), List.of(), List.of(untimely)), List.of());
  }

  private void commit(CorrelationCommit correlations, List<CoverageNote> notes) {
    JournalPosition from = ports().store().position(READER);
    ReaderStep step = new ReaderStep(READER, from, new JournalPosition(from.value() + 1));
    ports()
        .store()
        .commit(new DetectionCommit(step, List.of(), List.of(), correlations, 1).with(notes));
  }

  private static CoverageNote note(String source, RulesInForce rules, CoverageSpan span) {
    return new CoverageNote(TENANT, source, rules, span);
  }

  /** Positions that are seconds, too. */
  private static CoverageSpan span(long from, long to, long events) {
    return new CoverageSpan(
        from,
        to,
        TestEvents.BEGINNING.plusSeconds(from),
        TestEvents.BEGINNING.plusSeconds(to),
        events,
        0);
  }

  private static CoverageSpan broken(long position, long failed) {
    return new CoverageSpan(
        position,
        position,
        TestEvents.BEGINNING.plusSeconds(position),
        TestEvents.BEGINNING.plusSeconds(position),
        5,
        failed);
  }

  private static CoverageSpan at(long position, long second) {
    return new CoverageSpan(
        position,
        position,
        TestEvents.BEGINNING.plusSeconds(second),
        TestEvents.BEGINNING.plusSeconds(second),
        1,
        0);
  }

  private static UntimelyNote untimely(
      int n, RuleRef rule, String source, Reason reason, long position) {
    return new UntimelyNote(
        TENANT,
        rule,
        TestEvents.event(TENANT, n).id(),
        TestEvents.BEGINNING.plusSeconds(n),
        source,
        reason,
        position);
  }
}
