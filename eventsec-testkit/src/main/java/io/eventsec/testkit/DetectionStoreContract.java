package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.correlate.StateChange;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.CorrelationCell;
import io.eventsec.core.spi.CorrelationCommit;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.NoiseCommit;
import io.eventsec.core.spi.OutboxEntry;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReaderStep;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link DetectionStore} must do. */
public abstract class DetectionStoreContract extends DetectionPortsContract {

  /** For subclasses. */
  protected DetectionStoreContract() {}

  @Test
  public void position_readerThatNeverMoved_isTheStart() {
    assertThat(ports().store().position("nobody")).isEqualTo(JournalPosition.START);
  }

  @Test
  public void commit_keepsAlertsOutboxDeadLettersAndPosition() {
    Alert alert = TestEvents.alert(TENANT, 1);
    DeadLetter letter = TestEvents.deadLetter(TENANT, 2);
    assertThat(commitNext(List.of(alert), List.of(letter))).containsExactly(alert);
    assertThat(ports().store().position(READER)).isEqualTo(new JournalPosition(1));
    assertThat(ports().deadLetters().newest(TENANT, 10)).containsExactly(letter);
    assertThat(claimAll()).singleElement().satisfies(entry -> announces(entry, alert));
  }

  @Test
  public void commit_alertOfAnExchange_announcesWhichOne() {
    Alert alert =
        TestEvents.alert(TENANT, 1).with(Optional.of(new Correlation("exchange-of-the-alert")));
    assertThat(commitNext(List.of(alert, TestEvents.alert(TENANT, 2)), List.of())).hasSize(2);
    List<String> payloads = claimAll().stream().map(OutboxEntry::payload).toList();
    assertThat(payloads.get(0)).contains("\"correlation_id\":\"exchange-of-the-alert\"");
    assertThat(payloads.get(1)).doesNotContain("correlation_id");
  }

  @Test
  public void commit_alertThatIsThereFromAnotherExchange_isNotRaisedAgain() {
    Alert alert = TestEvents.alert(TENANT, 1);
    commitNext(List.of(alert.with(Optional.of(new Correlation("exchange-1")))), List.of());
    List<Alert> again = List.of(alert.with(Optional.of(new Correlation("exchange-2"))), alert);
    assertThat(commitNext(again, List.of())).isEmpty();
  }

  @Test
  public void commit_readerStandsElsewhere_writesNothing() {
    commitNext(List.of(), List.of());
    ReaderStep stale = new ReaderStep(READER, JournalPosition.START, new JournalPosition(5));
    DetectionCommit commit =
        new DetectionCommit(
            stale,
            List.of(TestEvents.alert(TENANT, 1)),
            List.of(TestEvents.deadLetter(TENANT, 2)),
            1);
    assertThatThrownBy(() -> ports().store().commit(commit))
        .isInstanceOf(PositionConflictException.class)
        .hasMessageContaining(READER);
    assertThat(ports().store().position(READER)).isEqualTo(new JournalPosition(1));
    assertThat(ports().outbox().pending()).isZero();
    assertThat(ports().deadLetters().count(TENANT)).isZero();
  }

  @Test
  public void commit_alertThatIsThere_isNotRaisedAgain() {
    Alert first = TestEvents.alert(TENANT, 1);
    Alert second = TestEvents.alert(TENANT, 2);
    commitNext(List.of(first), List.of());
    assertThat(commitNext(List.of(second, first), List.of())).containsExactly(second);
    assertThat(ports().outbox().pending()).isEqualTo(2);
  }

  @Test
  public void commit_sameAlertTwice_raisesItOnce() {
    Alert alert = TestEvents.alert(TENANT, 1);
    assertThat(commitNext(List.of(alert, alert), List.of())).containsExactly(alert);
    assertThat(ports().outbox().pending()).isEqualTo(1);
  }

  @Test
  public void commit_manyAlerts_returnsThemInTheOrderGiven() {
    List<Alert> alerts =
        IntStream.range(0, 1200).mapToObj(n -> TestEvents.alert(TENANT, n)).toList();
    assertThat(commitNext(alerts, List.of())).isEqualTo(alerts);
    assertThat(ports().outbox().pending()).isEqualTo(1200);
  }

  @Test
  public void commit_deadLetterThatIsThere_isKeptOnce() {
    DeadLetter letter = TestEvents.deadLetter(TENANT, 1);
    commitNext(List.of(), List.of(letter, letter));
    commitNext(List.of(), List.of(letter));
    assertThat(ports().deadLetters().count(TENANT)).isEqualTo(1);
  }

  @Test
  public void commit_sameEventRefusedAtTwoStages_isKeptTwice() {
    DeadLetter parse = TestEvents.deadLetter(TENANT, 1);
    Rejection refused = parse.rejection();
    Rejection atIndex =
        new Rejection(
            refused.eventId(), Rejection.Stage.INDEX, "index.mapping", "no date", refused.raw());
    DeadLetter index =
        new DeadLetter(TENANT, parse.source(), atIndex, parse.receivedAt(), parse.parser());
    commitNext(List.of(), List.of(parse, index));
    assertThat(ports().deadLetters().newest(TENANT, 10)).containsExactly(index, parse);
  }

  @Test
  public void advance_movesTheReaderAndKeepsDeadLetters() {
    ReaderStep step = new ReaderStep("index", JournalPosition.START, new JournalPosition(3));
    DeadLetter letter = TestEvents.deadLetter(TENANT, 1);
    ports().store().advance(step, List.of(letter));
    assertThat(ports().store().position("index")).isEqualTo(new JournalPosition(3));
    assertThat(ports().store().position(READER)).isEqualTo(JournalPosition.START);
    assertThat(ports().deadLetters().newest(TENANT, 10)).containsExactly(letter);
  }

  @Test
  public void advance_readerStandsElsewhere_writesNothing() {
    ReaderStep step = new ReaderStep("index", JournalPosition.START, new JournalPosition(3));
    ports().store().advance(step, List.of());
    assertThatThrownBy(
            () -> ports().store().advance(step, List.of(TestEvents.deadLetter(TENANT, 1))))
        .isInstanceOf(PositionConflictException.class);
    assertThat(ports().deadLetters().count(TENANT)).isZero();
  }

  @Test
  public void commit_sameStepFromManyThreads_oneWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      DetectionCommit commit =
          new DetectionCommit(nextStep(), List.of(TestEvents.alert(TENANT, round)), List.of(), 1);
      Callable<Optional<List<Alert>>> attempt = () -> attempt(commit);
      List<Optional<List<Alert>>> results = Parallel.run(Collections.nCopies(3, attempt));
      assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
      assertThat(ports().outbox().pending()).isEqualTo(round + 1L);
    }
  }

  @Test
  public void commit_textThatSomeStoresCannotHold_isKept() {
    String odd = "nul \u0000, half a pair \ud83d, quote \", \u00e4\ud83d\ude00\u2028";
    Alert plain = TestEvents.alert(TENANT, 1);
    Alert alert =
        new Alert(
            AlertId.of(TENANT, plain.rule(), List.of(plain.evidence().get(0).id())),
            TENANT,
            plain.rule(),
            odd,
            plain.severity(),
            List.of(odd),
            new Entities(List.of(odd), List.of(odd), List.of(odd)),
            List.of(new MatchedItem(odd, odd, List.of(odd), odd, odd)),
            plain.evidence());
    Rejection rejection =
        new Rejection(plain.evidence().get(0).id(), Rejection.Stage.PARSE, odd, odd, "raw \u0000");
    DeadLetter letter = new DeadLetter(TENANT, "s", rejection, TestEvents.BEGINNING, odd);
    assertThat(commitNext(List.of(alert), List.of(letter))).containsExactly(alert);
    assertThat(claimAll()).hasSize(1);
    assertThat(ports().deadLetters().newest(TENANT, 1))
        .singleElement()
        .satisfies(kept -> assertThat(kept.rejection().raw()).isEqualTo("raw \u0000"));
  }

  private Optional<List<Alert>> attempt(DetectionCommit commit) {
    try {
      return Optional.of(ports().store().commit(commit));
    } catch (PositionConflictException e) {
      return Optional.empty();
    }
  }

  private List<OutboxEntry> claimAll() {
    return ports().outbox().claim("alert.index", 1000, Duration.ofMinutes(1));
  }

  private static void announces(OutboxEntry entry, Alert alert) {
    assertThat(entry.kind()).isEqualTo("alert.index");
    assertThat(entry.tenant()).isEqualTo(alert.tenant().id());
    assertThat(entry.key()).isEqualTo(alert.id().value());
    assertThat(entry.payload()).startsWith("{").contains('"' + alert.id().value() + '"');
    assertThat(entry.attempts()).isZero();
  }

  @Test
  public void commit_stateOfCorrelations_isWhatWasCommittedLast() {
    commitState(kept("a", 1), kept("b", 2));
    commitState(kept("b", 3), gone("a"), gone("never"), kept("c", 4));
    Map<String, byte[]> state = state();
    assertThat(state).containsOnlyKeys("b", "c");
    assertThat(state.get("b")).containsExactly(3);
    assertThat(state.get("c")).containsExactly(4);
  }

  @Test
  public void commit_readerStandsElsewhere_leavesTheStateAsItIs() {
    commitState(kept("a", 1));
    ReaderStep stale = new ReaderStep(READER, JournalPosition.START, new JournalPosition(5));
    DetectionCommit commit =
        new DetectionCommit(stale, List.of(), List.of(), state(kept("a", 2)), 0);
    assertThatThrownBy(() -> ports().store().commit(commit))
        .isInstanceOf(PositionConflictException.class);
    assertThat(state().get("a")).containsExactly(1);
  }

  @Test
  public void commit_alertThatGoesOn_isRaisedOnce() {
    Alert alert = TestEvents.alert(TENANT, 1);
    AlertRepeat repeat =
        new AlertRepeat(alert.id(), TENANT, 7, TestEvents.BEGINNING.plusSeconds(60));
    DetectionCommit commit =
        new DetectionCommit(
            nextStep(),
            List.of(alert),
            List.of(),
            new CorrelationCommit(List.of(repeat), List.of(), List.of(), List.of()),
            1);
    assertThat(ports().store().commit(commit)).containsExactly(alert);
    assertThat(ports().outbox().pending()).isEqualTo(1);
  }

  @Test
  public void commit_matchesOfOneAlert_raiseItOnce() {
    AlertMerge first = AlertMerge.of(TestEvents.alert(TENANT, 1));
    AlertMerge more = AlertMerge.of(TestEvents.alert(TENANT, 2).with(first.alert().id()));
    AlertMerge other = AlertMerge.of(TestEvents.alert(TENANT, 3));

    assertThat(commitMerges(first.and(more))).containsExactly(first.and(more).alert());
    assertThat(commitMerges(more, other)).containsExactly(other.alert());
    assertThat(ports().outbox().pending()).isEqualTo(2);
  }

  @Test
  public void commit_matchesAndAlerts_areBothThere() {
    Alert alert = TestEvents.alert(TENANT, 1);
    AlertMerge merge = AlertMerge.of(TestEvents.alert(TENANT, 2));
    DetectionCommit commit =
        new DetectionCommit(nextStep(), List.of(alert), List.of(), 2)
            .with(new NoiseCommit(List.of(merge), List.of()));
    assertThat(ports().store().commit(commit)).containsExactly(alert, merge.alert());
  }

  private List<Alert> commitMerges(AlertMerge... merges) {
    return ports()
        .store()
        .commit(
            new DetectionCommit(nextStep(), List.of(), List.of(), merges.length)
                .with(new NoiseCommit(List.of(merges), List.of())));
  }

  private Map<String, byte[]> state() {
    return ports().store().correlationState().getOrDefault(TENANT, Map.of());
  }

  private void commitState(CorrelationCell... cells) {
    ports().store().commit(new DetectionCommit(nextStep(), List.of(), List.of(), state(cells), 0));
  }

  private static CorrelationCommit state(CorrelationCell... cells) {
    return new CorrelationCommit(List.of(), List.of(cells), List.of(), List.of());
  }

  private static CorrelationCell kept(String key, int value) {
    return new CorrelationCell(
        TENANT, new StateChange(key, Optional.of(new byte[] {(byte) value})));
  }

  private static CorrelationCell gone(String key) {
    return new CorrelationCell(TENANT, new StateChange(key, Optional.empty()));
  }
}
