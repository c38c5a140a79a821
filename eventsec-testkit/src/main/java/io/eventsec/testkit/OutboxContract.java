package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.spi.Outbox;
import io.eventsec.core.spi.OutboxEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} must do. */
public abstract class OutboxContract extends DetectionPortsContract {
  private static final String KIND = "alert.index";
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int PARKED_AFTER = 10;

  /** For subclasses. */
  protected OutboxContract() {}

  /** Lets time pass for the outbox. */
  protected abstract void passTime(Duration time);

  @Test
  public void claim_nothingThere_isEmpty() {
    assertThat(outbox().claim(KIND, 10, LEASE)).isEmpty();
    assertThat(outbox().pending()).isZero();
  }

  @Test
  public void claim_givesTheOldestFirstUpToTheLimit() {
    List<String> keys = fill(5);
    assertThat(keys(outbox().claim(KIND, 3, LEASE))).isEqualTo(keys.subList(0, 3));
    assertThat(keys(outbox().claim(KIND, 3, LEASE))).isEqualTo(keys.subList(3, 5));
  }

  @Test
  public void claim_ofAnotherKind_isEmpty() {
    fill(1);
    assertThat(outbox().claim("other.kind", 10, LEASE)).isEmpty();
  }

  @Test
  public void claim_outOfBounds_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> outbox().claim(KIND, 0, LEASE));
    assertThatIllegalArgumentException().isThrownBy(() -> outbox().claim(KIND, 1001, LEASE));
    assertThatIllegalArgumentException().isThrownBy(() -> outbox().claim(KIND, 1, Duration.ZERO));
  }

  @Test
  public void claim_leaseHasEnded_givesTheEntryAgain() {
    fill(1);
    List<OutboxEntry> first = outbox().claim(KIND, 10, LEASE);
    passTime(LEASE.minusSeconds(10));
    assertThat(outbox().claim(KIND, 10, LEASE)).isEmpty();
    passTime(Duration.ofSeconds(10));
    assertThat(outbox().claim(KIND, 10, LEASE)).isEqualTo(first);
  }

  @Test
  public void delivered_entriesAreForgotten() {
    fill(3);
    List<OutboxEntry> two = outbox().claim(KIND, 2, LEASE);
    outbox().delivered(two);
    outbox().delivered(List.of());
    outbox().delivered(two);
    assertThat(outbox().pending()).isEqualTo(1);
    passTime(LEASE);
    assertThat(outbox().claim(KIND, 10, LEASE)).hasSize(1);
  }

  @Test
  public void failed_entryIsDueLaterAndLater() {
    fill(1);
    OutboxEntry first = claimOne();
    outbox().failed(first, "index says no");
    assertThat(outbox().claim(KIND, 10, LEASE)).isEmpty();
    passTime(Duration.ofSeconds(1));
    OutboxEntry second = claimOne();
    assertThat(second.attempts()).isEqualTo(1);
    outbox().failed(second, "index says no");
    passTime(Duration.ofSeconds(1));
    assertThat(outbox().claim(KIND, 10, LEASE)).isEmpty();
    passTime(Duration.ofSeconds(1));
    assertThat(claimOne().attempts()).isEqualTo(2);
  }

  @Test
  public void failed_tenTimes_parksTheEntry() {
    fill(1);
    for (int failure = 0; failure < PARKED_AFTER; failure++) {
      outbox().failed(claimOne(), "index says no\u0000");
      passTime(Duration.ofHours(1));
    }
    assertThat(outbox().claim(KIND, 10, LEASE)).isEmpty();
    assertThat(outbox().pending()).isEqualTo(1);
  }

  @Test
  public void failed_afterTheLeaseWentToAnother_countsOnce() {
    fill(1);
    OutboxEntry late = claimOne();
    passTime(LEASE);
    OutboxEntry current = claimOne();
    outbox().failed(current, "index says no");
    outbox().failed(late, "index says no");
    passTime(Duration.ofSeconds(1));
    assertThat(claimOne().attempts()).isEqualTo(1);
  }

  @Test
  public void claim_fromManyThreads_neverOverlaps() throws Exception {
    List<String> keys = fill(300);
    Callable<List<String>> worker = this::claimAndDeliverAll;
    List<List<String>> results = Parallel.run(Collections.nCopies(3, worker));
    assertThat(results.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(outbox().pending()).isZero();
  }

  private List<String> claimAndDeliverAll() {
    List<String> mine = new ArrayList<>();
    while (outbox().pending() > 0) {
      List<OutboxEntry> claimed = outbox().claim(KIND, 7, LEASE);
      mine.addAll(keys(claimed));
      outbox().delivered(claimed);
    }
    return mine;
  }

  private OutboxEntry claimOne() {
    List<OutboxEntry> claimed = outbox().claim(KIND, 1, LEASE);
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  private List<String> fill(int entries) {
    List<Alert> alerts =
        IntStream.range(0, entries).mapToObj(n -> TestEvents.alert(TENANT, n)).toList();
    commitNext(alerts, List.of());
    return alerts.stream().map(alert -> alert.id().value()).toList();
  }

  private Outbox outbox() {
    return ports().outbox();
  }

  private static List<String> keys(List<OutboxEntry> entries) {
    return entries.stream().map(OutboxEntry::key).toList();
  }
}
