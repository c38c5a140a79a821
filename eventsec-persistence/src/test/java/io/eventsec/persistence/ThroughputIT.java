package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Judgement;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.spi.CoverageNote;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures and prints; what it asserts is that the work was done. {@code
 * -Deventsec.speed.batches=60} and {@code -Deventsec.speed.small=4000} for figures worth keeping.
 */
class ThroughputIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final int BATCHES = Integer.getInteger("eventsec.speed.batches", 10);
  private static final int SMALL = Integer.getInteger("eventsec.speed.small", 500);
  private static final int WARM = 100;
  private static final int PARTITION = 10_000;
  private static final int LINES = 2000;

  @Test
  void journal_appendAndRead() {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    append(journal, "warm", 10);
    long start = System.nanoTime();
    append(journal, "run", BATCHES);
    print("append", (long) BATCHES * LINES, start);
    start = System.nanoTime();
    JournalPosition position = new JournalPosition(10);
    int read = 0;
    List<JournalEntry> entries;
    do {
      entries = journal.read(position, new ReadLimit(10, Long.MAX_VALUE));
      read += entries.size();
      position = entries.isEmpty() ? position : entries.get(entries.size() - 1).position();
    } while (!entries.isEmpty());
    print("read", (long) BATCHES * LINES, start);
    assertThat(read).isEqualTo(BATCHES);
  }

  @Test
  void journal_appendSmallBatchesOverTheEndOfAPartition() {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    int first = PARTITION - SMALL / 2 - WARM;
    STORE.execute("update journal_state set last_position = " + first);
    appendSmall(journal, "warm", WARM);
    long start = System.nanoTime();
    appendSmall(journal, "run", SMALL);
    print("append of batches of one line", SMALL, start);
    start = System.nanoTime();
    for (int n = 0; n < SMALL; n++) {
      journal.read(new JournalPosition((long) first + n), new ReadLimit(1, 1));
    }
    print("read of batches of one line, one a step", SMALL, start);
    start = System.nanoTime();
    for (int n = 0; n < SMALL; n++) {
      journal.read(journal.end(), new ReadLimit(100, 1));
    }
    print("looks at the end of the journal", SMALL, start);
    assertThat(journal.end()).isEqualTo(new JournalPosition((long) first + WARM + SMALL));
  }

  @Test
  void journal_truncate() {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    STORE.execute("update journal_state set last_position = 9998");
    append(journal, "first", 2);
    STORE.execute(
        """
        insert into journal (position, tenant, source, batch_key, origin_key, first_ordinal, format,
          received_at, record_count, raw_size, payload)
        select n, 'default', 's', 'k', 'o', 0, 'auto', timestamptz '2026-01-01', 1, 1,
          decode(repeat(md5(n::text), 625), 'hex') from generate_series(1, 9998) n""");
    long start = System.nanoTime();
    int dropped = journal.truncate(new JournalPosition(9999));
    System.out.printf(
        "throughput: truncate of %,d batches of 10 KB: %,d ms%n",
        dropped, (System.nanoTime() - start) / 1_000_000);
    assertThat(dropped).isEqualTo(9999);
  }

  @Test
  void detectionStore_commit() {
    PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());
    commit(store, 0, 10);
    long start = System.nanoTime();
    commit(store, 10, BATCHES);
    print(
        "commit of steps with 20 alerts each, events of 5 batches a step",
        (long) BATCHES * 5 * LINES,
        start);
    assertThat(STORE.number("select count(*) from alerts")).isEqualTo((10 + BATCHES) * 20L);
  }

  /** Steps that find nothing, which are nearly all: without the ledger and with it, in turn. */
  @Test
  void detectionStore_commit_notesCoverage() {
    PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());
    RulesInForce rules =
        RulesInForce.of(
            IntStream.range(0, 3_000).mapToObj(n -> new RuleRef("rule-" + n, "1")).toList());
    int[] sources = {0, 1, 8};
    long[] nanos = new long[sources.length];
    int position = 0;
    for (int round = 0; round < SMALL; round++) {
      for (int kind = 0; kind < sources.length; kind++) {
        long start = System.nanoTime();
        store.commit(step(position++, notes(position, sources[kind], rules)));
        nanos[kind] += round < WARM ? 0 : System.nanoTime() - start;
      }
    }
    for (int kind = 0; kind < sources.length; kind++) {
      System.out.printf(
          "throughput: commit of a step that notes %d sources: %.3f ms%n",
          sources[kind], nanos[kind] / 1e6 / (SMALL - WARM));
    }
    assertThat(STORE.number("select count(*) from coverage")).isEqualTo(8);
  }

  /** Whole steps over eight batches, no rules: all that notes can be compared with. */
  @Test
  void detection_step_notesCoverage() {
    for (int lines : new int[] {1, 100}) {
      PostgresJournal journal = new PostgresJournal(STORE.pool());
      JournalPosition before = journal.end();
      fill(journal, lines);
      List<List<Long>> nanos = List.of(new ArrayList<>(), new ArrayList<>());
      int steps = SMALL / 8;
      for (int n = 0; n < steps; n++) {
        boolean noted = n % 2 == 0;
        DetectionPipeline pipeline = pipeline(journal, noted);
        long start = System.nanoTime();
        assertThat(pipeline.step().batches()).isEqualTo(8);
        nanos.get(noted ? 1 : 0).add(System.nanoTime() - start);
      }
      System.out.printf(
          "throughput: step over 8 batches of %d lines: %.3f ms, %.3f ms that notes nothing%n",
          lines, median(nanos.get(1)), median(nanos.get(0)));
      assertThat(journal.end().value() - before.value()).isEqualTo(steps * 8L);
    }
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElse(0L) / 1e6;
  }

  private static void fill(PostgresJournal journal, int lines) {
    String line =
        "{\"timestamp\":\"2026-03-01T12:00:00.000000+0000\",\"event_type\":\"dns\",\"flow_id\":%d,"
            + "\"src_ip\":\"192.0.2.1\",\"dest_ip\":\"192.0.2.53\",\"proto\":\"UDP\"}";
    for (int n = 0; n < SMALL / 8 * 8; n++) {
      String[] all = IntStream.range(0, lines).mapToObj(line::formatted).toArray(String[]::new);
      journal.append(TestEvents.batch(Tenant.DEFAULT, lines + "-" + n, all));
    }
  }

  private static DetectionPipeline pipeline(PostgresJournal journal, boolean noted) {
    PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());
    return new DetectionPipeline(
        new Source(journal, EventDecoder.standard()),
        () -> event -> Judgement.NONE,
        noted ? store : new WithoutCoverage(store),
        new ReadLimit(8, 1 << 23));
  }

  /** Notes nothing. */
  private record WithoutCoverage(DetectionStore store) implements DetectionStore {
    @Override
    public List<Alert> commit(DetectionCommit commit) {
      return store.commit(
          new DetectionCommit(
              commit.step(),
              commit.alerts(),
              commit.deadLetters(),
              commit.correlations(),
              commit.events()));
    }

    @Override
    public Map<Tenant, Map<String, byte[]>> correlationState() {
      return store.correlationState();
    }

    @Override
    public JournalPosition position(String reader) {
      return store.position(reader);
    }

    @Override
    public void advance(ReaderStep step, List<DeadLetter> deadLetters) {
      store.advance(step, deadLetters);
    }
  }

  private static DetectionCommit step(long from, List<CoverageNote> notes) {
    ReaderStep step =
        new ReaderStep("detect", new JournalPosition(from), new JournalPosition(from + 1));
    return new DetectionCommit(step, List.of(), List.of(), 100).with(notes);
  }

  private static List<CoverageNote> notes(long position, int sources, RulesInForce rules) {
    CoverageSpan span =
        new CoverageSpan(
            position, position, TestEvents.BEGINNING, TestEvents.BEGINNING.plusSeconds(9), 100, 0);
    return IntStream.range(0, sources)
        .mapToObj(n -> new CoverageNote(Tenant.DEFAULT, "source-" + n, rules, span))
        .toList();
  }

  private static void append(PostgresJournal journal, String name, int batches) {
    for (int n = 0; n < batches; n++) {
      byte[] payload = lines(n);
      EventOrigin origin = new EventOrigin(Tenant.DEFAULT, "eve", name, (long) n * LINES);
      journal.append(
          new RawBatch(origin, name + n, RawBatch.AUTO, TestEvents.BEGINNING, payload, LINES));
    }
  }

  private static void appendSmall(PostgresJournal journal, String name, int batches) {
    for (int n = 0; n < batches; n++) {
      journal.append(TestEvents.batch(Tenant.DEFAULT, name + n, "{\"n\":" + n + "}"));
    }
  }

  private static void commit(PostgresDetectionStore store, int first, int steps) {
    for (int n = first; n < first + steps; n++) {
      int from = n * 20;
      List<Alert> alerts =
          IntStream.range(from, from + 20)
              .mapToObj(number -> TestEvents.alert(Tenant.DEFAULT, number))
              .toList();
      ReaderStep step =
          new ReaderStep("detect", new JournalPosition(n), new JournalPosition(n + 1L));
      store.commit(new DetectionCommit(step, alerts, List.of(), 5 * LINES));
    }
  }

  /** Lines of about 400 bytes that look like EVE and differ. */
  private static byte[] lines(int batch) {
    StringBuilder text = new StringBuilder(LINES * 420);
    for (int line = 0; line < LINES; line++) {
      int n = batch * LINES + line;
      text.append("{\"timestamp\":\"2026-03-01T12:00:00.").append(100_000 + n % 900_000);
      text.append("+0000\",\"flow_id\":").append(n * 2_654_435_761L);
      text.append(",\"in_iface\":\"eth0\",\"event_type\":\"dns\",\"src_ip\":\"192.0.2.");
      text.append(n % 250).append("\",\"src_port\":").append(1024 + n * 31 % 60_000);
      text.append(",\"dest_ip\":\"198.51.100.53\",\"dest_port\":53,\"proto\":\"UDP\",\"dns\":");
      text.append("{\"version\":2,\"type\":\"answer\",\"id\":").append(n * 7 % 65_536);
      text.append(",\"flags\":\"8180\",\"qr\":true,\"rd\":true,\"ra\":true,\"rrname\":\"host-");
      text.append(Integer.toHexString(n * 0x9E3779B9)).append(".example.com\",\"rrtype\":\"A\",");
      text.append("\"rcode\":\"NOERROR\",\"answers\":[{\"rrname\":\"host.example.com\",");
      text.append("\"rrtype\":\"A\",\"ttl\":300,\"rdata\":\"203.0.113.");
      text.append(n % 200).append("\"}]}}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void print(String what, long events, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("throughput: %s: %,.0f events/s%n", what, events / seconds);
  }
}
