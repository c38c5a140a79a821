package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.Parallel;
import io.eventsec.testkit.TestEvents;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Partitions of 10,000 positions: made when they are needed, dropped as a whole. */
class JournalPartitionsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final ReadLimit ALL = new ReadLimit(1000, Long.MAX_VALUE);

  @BeforeEach
  void dropPartitions() {
    Partitions.dropAll(STORE);
  }

  @Test
  void append_noPartition_makesIt() {
    assertThat(append("a").position()).isEqualTo(new JournalPosition(1));
    assertThat(Partitions.names(STORE)).containsExactly("journal_p0");
  }

  @Test
  void append_overTheEndOfAPartition_goesOnInTheNext() {
    endAt(9_998);
    List<JournalReceipt> receipts = List.of(append("a"), append("b"), append("c"));
    assertThat(receipts)
        .extracting(receipt -> receipt.position().value())
        .containsExactly(9_999L, 10_000L, 10_001L);
    assertThat(Partitions.names(STORE)).containsExactly("journal_p0", "journal_p1");
    assertThat(keys(JournalPosition.START)).containsExactly("a", "b", "c");
    assertThat(keys(new JournalPosition(9_999))).containsExactly("b", "c");
  }

  @Test
  void append_overTheEndFromManyNodes_makesEachPartitionOnceAndLosesNothing() throws Exception {
    endAt(9_980);
    List<Callable<List<String>>> nodes = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      int number = node;
      nodes.add(() -> appendTen(number));
    }
    List<String> written = Parallel.run(nodes).stream().flatMap(List::stream).toList();
    assertThat(keys(JournalPosition.START)).containsExactlyInAnyOrderElementsOf(written);
    assertThat(positions()).isEqualTo(LongStream.rangeClosed(9_981, 10_020).boxed().toList());
    assertThat(Partitions.names(STORE)).containsExactly("journal_p0", "journal_p1");
  }

  @Test
  void append_whileReadersAreInTheMiddleOfARead_waitsForNone() throws Exception {
    endAt(9_999);
    try (Connection reader = STORE.database().connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from journal");
      assertThat(append("a").position()).isEqualTo(new JournalPosition(10_000));
      reader.rollback();
    }
  }

  @Test
  void append_partitionWasDetachedByHand_takesItBack() {
    append("a");
    STORE.execute("alter table journal detach partition journal_p0");
    append("b");
    assertThat(keys(JournalPosition.START)).containsExactly("a", "b");
  }

  @Test
  void append_newPartition_isAsTheFirstOne() {
    append("a");
    endAt(10_000);
    append("b");
    assertThat(
            STORE.number(
                """
                select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relname in ('journal', 'journal_p0', 'journal_p1')
                and a.attname = 'payload' and a.attstorage = 'e'"""))
        .as("payloads that are not compressed once more")
        .isEqualTo(3);
    assertThat(
            STORE.number(
                """
                select count(*) from pg_constraint where contype = 'f'
                and conrelid in ('journal_p0'::regclass, 'journal_p1'::regclass)"""))
        .isEqualTo(2);
  }

  @Test
  void prepare_makesTheCurrentAndTheNextOnce() {
    endAt(9_999);
    assertThat(postgres().prepare()).isEqualTo(2);
    assertThat(postgres().prepare()).isZero();
    assertThat(Partitions.names(STORE)).containsExactly("journal_p1", "journal_p2");
    append("a");
    assertThat(Partitions.names(STORE)).hasSize(2);
  }

  @Test
  void truncate_dropsWholePartitionsUpToThePosition() {
    fillThreePartitions();
    assertThat(postgres().truncate(new JournalPosition(9_998))).isZero();
    assertThat(postgres().truncate(new JournalPosition(9_999))).isEqualTo(1);
    assertThat(Partitions.names(STORE)).containsExactly("journal_p1", "journal_p2");
    assertThat(postgres().truncate(new JournalPosition(25_000))).isEqualTo(1);
    assertThat(keys(JournalPosition.START)).containsExactly("c");
    assertThat(postgres().end()).isEqualTo(new JournalPosition(20_000));
  }

  @Test
  void truncate_atTheLastPositionOfAPartition_dropsItAndAppendGoesOn() {
    endAt(9_998);
    append("a");
    assertThat(postgres().truncate(new JournalPosition(9_999))).isEqualTo(1);
    assertThat(Partitions.names(STORE)).isEmpty();
    assertThat(keys(JournalPosition.START)).isEmpty();
    assertThat(append("b").position()).isEqualTo(new JournalPosition(10_000));
    assertThat(keys(JournalPosition.START)).containsExactly("b");
  }

  @Test
  void truncate_tenantsAreInUse_doesNotWaitForThem() throws Exception {
    fillThreePartitions();
    try (Connection user = STORE.database().connect();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("select * from tenants for update");
      assertThat(postgres().truncate(new JournalPosition(9_999))).isEqualTo(1);
      user.rollback();
    }
  }

  @Test
  void truncate_journalIsInUseAllTheTime_dropsNothingAndHoldsUpNobodyForLong() throws Exception {
    fillThreePartitions();
    try (Connection reader = STORE.database().connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from journal");
      List<Callable<Object>> both =
          List.of(() -> postgres().truncate(new JournalPosition(9_999)), () -> appendTen(7));
      assertThat(Parallel.run(both).get(0)).isEqualTo(0);
      reader.rollback();
    }
    assertThat(postgres().truncate(new JournalPosition(9_999))).isEqualTo(1);
    assertThat(keys(new JournalPosition(20_000))).hasSize(10);
  }

  @Test
  void read_readerWasLeftBehindByTruncation_goesOnWithTheFirstThatIsThere() {
    fillThreePartitions();
    postgres().truncate(new JournalPosition(19_999));
    assertThat(postgres().read(JournalPosition.START, new ReadLimit(2, 1)))
        .extracting(entry -> entry.position().value())
        .containsExactly(20_000L);
    assertThat(postgres().read(new JournalPosition(20_000), ALL)).isEmpty();
  }

  @Test
  void read_hugeLimit_isNoOverflow() {
    append("a");
    ReadLimit huge = new ReadLimit(Integer.MAX_VALUE, Long.MAX_VALUE);
    assertThat(postgres().read(JournalPosition.START, huge)).hasSize(1);
    assertThat(postgres().read(new JournalPosition(Long.MAX_VALUE - 1), huge)).isEmpty();
  }

  @Test
  void forgetReceipts_moreThanAStep_forgetsThemAll() {
    STORE.execute(
        """
        insert into journal_receipts (tenant, source, batch_key, digest, position, record_count,
          received_at)
        select 'default', 's', n::text, decode(repeat('00', 32), 'hex'), n, 1,
          timestamptz '2020-01-01' from generate_series(1, 20001) n""");
    append("kept");
    assertThat(postgres().forgetReceipts(TestEvents.BEGINNING)).isEqualTo(20_001);
    assertThat(append("kept").duplicate()).isTrue();
  }

  /** One batch each: a, b and c. */
  private static void fillThreePartitions() {
    append("a");
    endAt(10_000);
    append("b");
    endAt(19_999);
    append("c");
  }

  private static void endAt(long position) {
    STORE.execute("update journal_state set last_position = " + position);
  }

  private static List<String> appendTen(int node) {
    List<String> keys = IntStream.range(0, 10).mapToObj(n -> node + "-" + n).toList();
    keys.forEach(JournalPartitionsIT::append);
    return keys;
  }

  private static JournalReceipt append(String key) {
    return postgres().append(TestEvents.batch(Tenant.DEFAULT, key, "1"));
  }

  private static List<String> keys(JournalPosition after) {
    return postgres().read(after, ALL).stream().map(entry -> entry.batch().batchKey()).toList();
  }

  private static List<Long> positions() {
    return postgres().read(JournalPosition.START, ALL).stream()
        .map(JournalEntry::position)
        .map(JournalPosition::value)
        .toList();
  }

  private static PostgresJournal postgres() {
    return new PostgresJournal(STORE.pool());
  }
}
