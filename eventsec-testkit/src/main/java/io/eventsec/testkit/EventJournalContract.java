package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import io.eventsec.core.spi.ReadLimit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventJournal} must do. */
public abstract class EventJournalContract {
  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER_TENANT = new Tenant("other");
  private static final ReadLimit ALL = new ReadLimit(1000, Long.MAX_VALUE);

  /** For subclasses. */
  protected EventJournalContract() {}

  /** The journal under test: empty when a test begins, the same throughout it. */
  protected abstract EventJournal journal();

  /** Makes sure that a tenant is known, if the adapter wants that. */
  protected void openTenant(Tenant tenant) {}

  /**
   * True if truncating drops every batch up to the position; false if the journal keeps batches in
   * segments and drops whole ones only.
   */
  protected boolean truncatesExactly() {
    return true;
  }

  @Test
  public void emptyJournal_endsAtItsStart() {
    assertThat(journal().end()).isEqualTo(JournalPosition.START);
    assertThat(journal().read(JournalPosition.START, ALL)).isEmpty();
  }

  @Test
  public void append_returnsWhereAndHowMany() {
    JournalReceipt first = append("a", "1", "2");
    JournalReceipt second = append("b", "3");
    assertThat(first.count()).isEqualTo(2);
    assertThat(first.duplicate()).isFalse();
    assertThat(second.position()).isGreaterThan(first.position());
    assertThat(journal().end()).isEqualTo(second.position());
  }

  @Test
  public void read_returnsWhatWasAppendedByteForByte() {
    byte[] everyByte = new byte[70_000];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) (i * 31 + i / 256);
    }
    EventOrigin origin = new EventOrigin(TENANT, "eve", "inode 7 \u00e4\ud83d\ude00", 12_345);
    RawBatch batch =
        new RawBatch(origin, "key-1", "suricata-eve", TestEvents.BEGINNING, everyByte, 77);
    JournalReceipt receipt = journal().append(batch);
    List<JournalEntry> read = journal().read(JournalPosition.START, ALL);
    assertThat(read).containsExactly(new JournalEntry(receipt.position(), batch));
    assertThat(read.get(0).batch().count()).isEqualTo(77);
    assertThat(read.get(0).batch().receivedAt()).isEqualTo(TestEvents.BEGINNING);
    assertThat(read.get(0).batch().correlation()).isEmpty();
  }

  @Test
  public void read_returnsTheExchangeThatBroughtTheBatchFirst() {
    RawBatch batch = TestEvents.batch(TENANT, "a", "1");
    Correlation first = new Correlation("exchange-1");
    journal().append(batch.with(first));
    JournalReceipt again = journal().append(batch.with(new Correlation("exchange-2")));
    assertThat(again.duplicate()).isTrue();
    assertThat(journal().read(JournalPosition.START, ALL))
        .singleElement()
        .satisfies(entry -> assertThat(entry.batch().correlation()).contains(first));
  }

  @Test
  public void read_emptyPayload_isReadBack() {
    journal().append(TestEvents.batch(TENANT, "empty"));
    assertThat(journal().read(JournalPosition.START, ALL))
        .singleElement()
        .satisfies(entry -> assertThat(entry.batch().payload()).isEmpty());
  }

  @Test
  public void read_goesOnAfterAPosition() {
    JournalReceipt first = append("a", "1");
    append("b", "2");
    append("c", "3");
    assertThat(keys(journal().read(first.position(), ALL))).containsExactly("b", "c");
    assertThat(journal().read(journal().end(), ALL)).isEmpty();
  }

  @Test
  public void read_stopsAtTheNumberOfBatches() {
    append("a", "1");
    append("b", "2");
    append("c", "3");
    List<JournalEntry> two = journal().read(JournalPosition.START, new ReadLimit(2, 1000));
    assertThat(keys(two)).containsExactly("a", "b");
  }

  @Test
  public void read_stopsAfterTheBatchThatReachesTheBytes() {
    append("a", "0123456789");
    append("b", "0123456789");
    append("c", "0123456789");
    assertThat(keys(journal().read(JournalPosition.START, new ReadLimit(9, 1))))
        .containsExactly("a");
    assertThat(keys(journal().read(JournalPosition.START, new ReadLimit(9, 11))))
        .containsExactly("a", "b");
  }

  @Test
  public void append_sameKeySameBytes_isTheFirstReceiptAgain() {
    JournalReceipt first = append("a", "1", "2");
    append("b", "3");
    JournalReceipt again = append("a", "1", "2");
    assertThat(again).isEqualTo(new JournalReceipt(first.position(), 2, true));
    assertThat(keys(journal().read(JournalPosition.START, ALL))).containsExactly("a", "b");
  }

  @Test
  public void append_sameKeyOtherBytes_isRefusedAndChangesNothing() {
    JournalReceipt first = append("a", "1");
    assertThatThrownBy(() -> append("a", "2"))
        .isInstanceOf(IdempotencyConflictException.class)
        .hasMessageContaining("'a'");
    assertThat(journal().end()).isEqualTo(first.position());
    assertThat(append("a", "1").duplicate()).isTrue();
  }

  @Test
  public void append_sameKeyOfAnotherTenantOrSource_isAnotherBatch() {
    openTenant(OTHER_TENANT);
    append("a", "1");
    JournalReceipt otherTenant = journal().append(TestEvents.batch(OTHER_TENANT, "a", "2"));
    RawBatch otherSource =
        new RawBatch(
            new EventOrigin(TENANT, "sensor-2", "a", 0),
            "a",
            RawBatch.AUTO,
            TestEvents.BEGINNING,
            new byte[] {'3'},
            1);
    assertThat(otherTenant.duplicate()).isFalse();
    assertThat(journal().append(otherSource).duplicate()).isFalse();
  }

  @Test
  public void truncate_keepsWhatIsBehindAndTheEnd() {
    append("a", "1");
    JournalReceipt second = append("b", "2");
    JournalReceipt third = append("c", "3");
    int dropped = journal().truncate(second.position());
    assertThat(journal().truncate(second.position())).isZero();
    assertThat(keys(journal().read(second.position(), ALL))).containsExactly("c");
    assertThat(journal().read(JournalPosition.START, ALL)).hasSize(3 - dropped);
    int rest = journal().truncate(third.position());
    assertThat(journal().read(JournalPosition.START, ALL)).hasSize(3 - dropped - rest);
    assertThat(journal().end()).isEqualTo(third.position());
    assertThat(append("d", "4").position()).isGreaterThan(third.position());
    assertThat(keys(journal().read(third.position(), ALL))).containsExactly("d");
  }

  @Test
  public void truncate_dropsAllUpToThePosition() {
    assumeTrue(truncatesExactly());
    append("a", "1");
    JournalReceipt second = append("b", "2");
    append("c", "3");
    assertThat(journal().truncate(second.position())).isEqualTo(2);
    assertThat(keys(journal().read(JournalPosition.START, ALL))).containsExactly("c");
  }

  @Test
  public void truncate_beyondTheEnd_doesNotReachWhatComesLater() {
    append("a", "1");
    journal().truncate(new JournalPosition(Long.MAX_VALUE));
    JournalReceipt later = append("b", "2");
    assertThat(journal().end()).isEqualTo(later.position());
    assertThat(keys(journal().read(JournalPosition.START, ALL))).endsWith("b");
  }

  @Test
  public void append_truncatedBatchAgain_isStillADuplicate() {
    JournalReceipt first = append("a", "1");
    journal().truncate(first.position());
    assertThat(append("a", "1").duplicate()).isTrue();
    assertThat(journal().read(first.position(), ALL)).isEmpty();
  }

  @Test
  public void append_sameBatchFromManyThreads_isStoredOnce() throws Exception {
    Callable<JournalReceipt> append = () -> append("a", "1", "2", "3");
    List<JournalReceipt> receipts = Parallel.run(Collections.nCopies(6, append));
    assertThat(receipts).filteredOn(receipt -> !receipt.duplicate()).hasSize(1);
    assertThat(receipts).extracting(JournalReceipt::position).containsOnly(journal().end());
    assertThat(journal().read(JournalPosition.START, ALL)).hasSize(1);
  }

  @Test
  public void read_whileFourThreadsAppend_skipsNothing() throws Exception {
    int writers = 4;
    int each = 50;
    AtomicInteger writing = new AtomicInteger(writers);
    List<Callable<List<String>>> tasks = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      int number = writer;
      tasks.add(() -> write(number, each, writing));
    }
    tasks.add(() -> follow(writing));
    List<List<String>> results = Parallel.run(tasks);
    List<String> written = results.subList(0, writers).stream().flatMap(List::stream).toList();
    assertThat(results.get(writers)).containsExactlyInAnyOrderElementsOf(written);
  }

  private List<String> write(int writer, int batches, AtomicInteger writing) {
    try {
      List<String> keys =
          IntStream.range(0, batches).mapToObj(batch -> writer + "-" + batch).toList();
      keys.forEach(key -> append(key, key));
      return keys;
    } finally {
      writing.decrementAndGet();
    }
  }

  private List<String> follow(AtomicInteger writing) {
    List<String> seen = new ArrayList<>();
    JournalPosition position = JournalPosition.START;
    boolean last;
    do {
      last = writing.get() == 0;
      List<JournalEntry> entries = journal().read(position, new ReadLimit(7, Long.MAX_VALUE));
      for (JournalEntry entry : entries) {
        assertThat(entry.position()).isGreaterThan(position);
        position = entry.position();
        seen.add(entry.batch().batchKey());
      }
      last = last && entries.isEmpty();
    } while (!last);
    return seen;
  }

  private JournalReceipt append(String key, String... lines) {
    return journal().append(TestEvents.batch(TENANT, key, lines));
  }

  private static List<String> keys(List<JournalEntry> entries) {
    return entries.stream().map(entry -> entry.batch().batchKey()).toList();
  }
}
