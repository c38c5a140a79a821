package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.retention.RetentionPlan;
import io.eventsec.core.retention.RetentionPlan.Drop;
import io.eventsec.core.retention.RetentionPlan.Reason;
import io.eventsec.core.retention.RetentionPolicy;
import io.eventsec.core.retention.RetentionReport;
import io.eventsec.core.retention.RetentionReport.Postponed;
import io.eventsec.core.retention.Segment;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.JournalRetention;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestEvents;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalRetentionIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Instant NOW = TestEvents.BEGINNING.plus(Duration.ofDays(8));
  private static final RetentionPolicy WEEK = new RetentionPolicy(Duration.ofDays(7));
  private static final RetentionPolicy MONTH = new RetentionPolicy(Duration.ofDays(30));

  private final JournalRetention retention =
      new JournalRetention(STORE.pool(), Set.of("detect", "index"));

  /** Two batches in each of three partitions, 0 to 2; the last one is written to. */
  @BeforeEach
  void fill() {
    Partitions.dropAll(STORE);
    append("a", "b");
    STORE.execute("update journal_state set last_position = 10000");
    append("c", "d");
    STORE.execute("update journal_state set last_position = 20000");
    append("e", "f");
  }

  @Test
  void plan_oldAndRead_saysWhatWouldGoAndDropsNothing() {
    readersStandAt(20_002);
    RetentionPlan plan = retention.plan(WEEK, NOW);
    assertThat(names(plan)).containsExactly("journal_p0", "journal_p1");
    assertThat(plan.items()).isEqualTo(4);
    assertThat(plan.bytes()).isPositive();
    Segment first = plan.drops().get(0).segment();
    assertThat(first.oldest()).contains(TestEvents.BEGINNING);
    assertThat(first.newest()).contains(TestEvents.BEGINNING);
    assertThat(plan.kept())
        .singleElement()
        .satisfies(kept -> assertThat(kept.held()).contains("batches are still appended to it"));
    assertThat(Partitions.names(STORE)).hasSize(3);
  }

  @Test
  void apply_dropsThemAndReports() {
    readersStandAt(20_002);
    RetentionPlan plan = retention.plan(WEEK, NOW);
    RetentionReport report = retention.apply(plan);
    assertThat(report.dropped()).isEqualTo(plan.drops());
    assertThat(report.items()).isEqualTo(4);
    assertThat(report.postponed()).isEmpty();
    assertThat(Partitions.names(STORE)).containsExactly("journal_p2");
    assertThat(retention.plan(WEEK, NOW).drops()).isEmpty();
    assertThat(new PostgresJournal(STORE.pool()).end()).isEqualTo(new JournalPosition(20_002));
  }

  @Test
  void plan_youngerThanThePolicy_keepsAll() {
    readersStandAt(20_002);
    assertThat(retention.plan(MONTH, NOW).drops()).isEmpty();
    assertThat(retention.plan(WEEK, TestEvents.BEGINNING.plus(Duration.ofDays(7))).drops())
        .isEmpty();
  }

  @Test
  void plan_oneBatchOfThePartitionIsYoung_keepsIt() {
    readersStandAt(20_002);
    STORE.execute(
        "update journal set received_at = received_at + interval '3 days' where position = 2");
    assertThat(retention.plan(WEEK, NOW).drops()).isEmpty();
  }

  @Test
  void plan_aReaderIsBehind_keepsWhatItHasNotRead() {
    stands("detect", 20_002);
    stands("index", 19_998);
    assertThat(names(retention.plan(WEEK, NOW))).containsExactly("journal_p0");
    assertThat(retention.plan(WEEK, NOW).kept().get(0).held())
        .contains("reader 'index' stands at 19998 and has not passed 19999");
  }

  @Test
  void plan_aReaderHasNeverMoved_keepsAll() {
    stands("detect", 20_002);
    assertThat(retention.plan(WEEK, NOW).drops()).isEmpty();
  }

  @Test
  void plan_otherReaders_areNotWaitedFor() {
    readersStandAt(20_002);
    stands("somebody-else", 1);
    assertThat(retention.plan(WEEK, NOW).drops()).hasSize(2);
  }

  @Test
  void plan_tooManyBytes_dropsTheOldest() {
    readersStandAt(20_002);
    long all = retention.plan(MONTH, NOW).kept().stream().mapToLong(Segment::bytes).sum();
    RetentionPolicy less = new RetentionPolicy(Duration.ofDays(30), OptionalLong.of(all - 1));
    assertThat(retention.plan(less, NOW).drops())
        .extracting(drop -> drop.segment().name(), Drop::reason)
        .containsExactly(tuple("journal_p0", Reason.BYTES));
  }

  @Test
  void plan_partitionsMadeAhead_areKept() {
    readersStandAt(20_002);
    new PostgresJournal(STORE.pool()).prepare();
    RetentionPlan plan = retention.plan(WEEK, NOW);
    retention.apply(plan);
    assertThat(Partitions.names(STORE)).containsExactly("journal_p2", "journal_p3");
  }

  @Test
  void plan_noPartition_isEmpty() {
    Partitions.dropAll(STORE);
    assertThat(retention.plan(WEEK, NOW)).isEqualTo(RetentionPlan.EMPTY);
  }

  @Test
  void apply_aReaderWentBackMeanwhile_keepsWhatItNeeds() {
    readersStandAt(20_002);
    RetentionPlan plan = retention.plan(WEEK, NOW);
    stands("index", 500);
    RetentionReport report = retention.apply(plan);
    assertThat(report.dropped()).isEmpty();
    assertThat(report.postponed())
        .extracting(Postponed::reason)
        .containsExactly(
            "reader 'index' stands at 500 and has not passed 9999", "an older one was postponed");
    assertThat(Partitions.names(STORE)).hasSize(3);
  }

  @Test
  void apply_twiceTheSamePlan_saysThatItIsGone() {
    readersStandAt(20_002);
    RetentionPlan plan = retention.plan(WEEK, NOW);
    retention.apply(plan);
    assertThat(retention.apply(plan).postponed().get(0).reason()).contains("no partition");
  }

  @Test
  void apply_journalIsInUseAllTheTime_isPostponed() throws Exception {
    readersStandAt(20_002);
    RetentionPlan plan = retention.plan(WEEK, NOW);
    try (Connection reader = STORE.database().connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from journal");
      RetentionReport report = retention.apply(plan);
      assertThat(report.dropped()).isEmpty();
      assertThat(report.postponed().get(0).reason()).contains("in use");
      reader.rollback();
    }
    assertThat(retention.apply(plan).dropped()).hasSize(2);
  }

  @Test
  void retention_withoutReaders_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JournalRetention(STORE.pool(), Set.of()))
        .withMessageContaining("reader");
  }

  private static List<String> names(RetentionPlan plan) {
    return plan.drops().stream().map(drop -> drop.segment().name()).toList();
  }

  private static void readersStandAt(long position) {
    stands("detect", position);
    stands("index", position);
  }

  private static void stands(String reader, long position) {
    STORE.execute("delete from journal_readers where reader = '" + reader + "'");
    new PostgresDetectionStore(STORE.pool())
        .advance(
            new ReaderStep(reader, JournalPosition.START, new JournalPosition(position)),
            List.of());
  }

  private static void append(String... keys) {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    for (String key : keys) {
      journal.append(TestEvents.batch(Tenant.DEFAULT, key, "1"));
    }
  }
}
