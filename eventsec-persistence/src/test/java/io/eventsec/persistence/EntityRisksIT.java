package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.risk.RiskModel;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.RiskCommit;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.risk.EntityRisks;
import io.eventsec.persistence.risk.RiskQuery;
import io.eventsec.persistence.risk.RiskRetention;
import io.eventsec.persistence.risk.RiskSource;
import io.eventsec.testkit.TestEvents;
import io.eventsec.testkit.TestRisk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What hosts, users and addresses have collected, as people look it up, and as it is forgotten. */
class EntityRisksIT {
  @RegisterExtension private static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant BEGINNING = TestEvents.BEGINNING;
  private static final Instant TWO_DAYS_ON = BEGINNING.plus(Duration.ofDays(2));

  private final EntityRisks risks = new EntityRisks(STORE.pool());
  private int position;

  @Test
  void page_isInTheOrderOfWhatIsLeft_andNotOfWhatThereWas() {
    commit(user("old", 1, Severity.CRITICAL, 0), user("new", 2, Severity.HIGH, 86_400));
    commit(user("late", 3, Severity.LOW, 2 * 86_400), host("h", 4, Severity.HIGH, 86_400));

    RiskQuery query = RiskQuery.all(TENANT, TWO_DAYS_ON, DAY, 10);
    assertThat(names(query)).containsExactlyInAnyOrder("new", "h", "old", "late");
    assertThat(names(query).subList(2, 4)).containsExactly("old", "late");
    assertThat(names(query.withKind(EntityKind.USER))).containsExactly("new", "old", "late");
    assertThat(names(query.withKind(EntityKind.ADDRESS))).isEmpty();
    assertThat(names(query.withMinimum(20))).containsExactlyInAnyOrder("new", "h", "old");
    assertThat(names(query.withMinimum(20.01))).containsExactlyInAnyOrder("new", "h");
    EntityRisk first = risks.page(query.withKind(EntityKind.USER)).rows().get(0);
    assertThat(first.score().at(TWO_DAYS_ON, DAY)).isCloseTo(25, within(1e-9));
    assertThat(names(RiskQuery.all(new Tenant("other"), TWO_DAYS_ON, DAY, 10))).isEmpty();
  }

  @Test
  void pages_holdEachOnce_thoughManyAreEqual() {
    commit(
        IntStream.range(0, 45)
            .mapToObj(n -> user("user-" + n + "\n", n, Severity.LOW, n / 15))
            .toArray(Alert[]::new));

    RiskQuery query = RiskQuery.all(TENANT, TWO_DAYS_ON, DAY, 7);
    List<EntityRisk> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<EntityRisk> page = risks.page(cursor.map(query::withCursor).orElse(query));
      all.addAll(page.rows());
      cursor = page.nextCursor();
    } while (cursor.isPresent());

    assertThat(all).extracting(EntityRisk::entity).hasSize(45).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(risk -> -risk.score().at(TWO_DAYS_ON, DAY))
        .isSortedAccordingTo((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b));
    assertThatThrownBy(() -> risks.page(query.withCursor("forged")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sources_tellTheAlerts_newestFirst() {
    Alert alert = user("bob", 1, Severity.HIGH, 60);
    commit(user("bob", 2, Severity.LOW, 0), alert);

    List<RiskSource> sources = risks.sources(TENANT, entity("bob"), 10);

    assertThat(sources).extracting(source -> source.contribution().points()).containsExactly(50, 5);
    assertThat(sources.get(0))
        .isEqualTo(
            new RiskSource(
                new RiskContribution(
                    TENANT, entity("bob"), alert.id(), 50, BEGINNING.plusSeconds(60)),
                alert.rule(),
                alert.title(),
                Severity.HIGH,
                AlertStatus.OPEN));
    assertThat(risks.sources(TENANT, entity("bob"), 1)).hasSize(1);
  }

  @Test
  void retention_forgetsOldParts_andWhatHasFaded() {
    commit(user("faded", 1, Severity.LOW, 0), user("there", 2, Severity.CRITICAL, 0));
    commit(user("there", 3, Severity.LOW, 86_400));
    RiskRetention retention = new RiskRetention(STORE.pool());
    Instant old = BEGINNING.plusSeconds(1);

    assertThat(retention.count(old)).isEqualTo(2);
    assertThat(retention.forgetSome(old)).isEqualTo(2);
    assertThat(retention.forgetSome(old)).isZero();
    assertThat(risks.sources(TENANT, entity("there"), 10)).hasSize(1);
    assertThat(risks.find(TENANT, entity("there")).orElseThrow().score().value())
        .as("the score stays")
        .isCloseTo(45, within(1e-9));

    // Nine halvings leave five points just below a hundredth.
    Instant then = BEGINNING.plus(DAY.multipliedBy(9));
    assertThat(retention.countFaded(then.minusSeconds(3_600), DAY)).isZero();
    assertThat(retention.countFaded(then, DAY)).isEqualTo(1);
    assertThat(retention.forgetFaded(then, DAY)).isEqualTo(1);
    assertThat(risks.find(TENANT, entity("faded"))).isEmpty();
    assertThat(risks.find(TENANT, entity("there"))).isPresent();
    assertThat(retention.countFaded(then.plus(Duration.ofDays(100_000)), DAY)).isEqualTo(1);
  }

  @Test
  void pipelineOverTheDatabase_findsWhatTheOneInMemoryFinds() {
    EventJournal journal = new PostgresJournal(STORE.pool());
    EventJournal quiet = new InMemoryJournal();
    TestRisk.batches(20, 0).forEach(quiet::append);
    TestRisk.batches(20, 3).forEach(journal::append);
    InMemoryDetectionStore memory = new InMemoryDetectionStore();
    drain(quiet, memory, 1_000);

    drain(journal, new PostgresDetectionStore(STORE.pool()), 2);

    List<String> expected =
        memory.alerts(TENANT).stream().map(alert -> alert.id().value()).sorted().toList();
    assertThat(expected.size()).isGreaterThan(250);
    assertThat(
            OldSchema.strings(STORE.database(), "select id from alerts order by id collate \"C\""))
        .isEqualTo(expected);
    for (int n = 0; n < 12; n++) {
      RiskEntity user = entity("user-" + n);
      EntityRisk ours = risks.find(TENANT, user).orElseThrow();
      EntityRisk theirs = memory.risk().find(TENANT, user).orElseThrow();
      assertThat(ours.score().value()).isCloseTo(theirs.score().value(), within(1e-6));
      assertThat(ours.alerts()).isEqualTo(theirs.alerts());
      assertThat(ours.lastAlert()).isEqualTo(theirs.lastAlert());
      assertThat(risks.contributions(TENANT, user, 1_000))
          .isEqualTo(memory.risk().contributions(TENANT, user, 1_000));
    }
  }

  /** Restarts after each step. */
  private static void drain(EventJournal journal, DetectionStore store, int batches) {
    for (int idle = 0; idle < 3; ) {
      DetectionPipeline pipeline =
          new DetectionPipeline(
              new Source(journal, TestRisk.decoder()),
              TestRisk::detection,
              store,
              new ReadLimit(batches, 1 << 20),
              CorrelatorOptions.DEFAULT,
              () -> BEGINNING.plus(Duration.ofDays(5)));
      idle = pipeline.step().equals(StepReport.IDLE) ? idle + 1 : 0;
    }
  }

  private List<String> names(RiskQuery query) {
    return risks.page(query).rows().stream().map(risk -> risk.entity().name()).toList();
  }

  private static RiskEntity entity(String user) {
    return new RiskEntity(EntityKind.USER, user);
  }

  private static Alert user(String name, int n, Severity severity, int second) {
    return alert("user.name", name, n, severity, second);
  }

  private static Alert host(String name, int n, Severity severity, int second) {
    return alert("host.name", name, n, severity, second);
  }

  private static Alert alert(String field, String name, int n, Severity severity, int second) {
    Event event =
        Event.builder(TestEvents.event(TENANT, n).id(), TENANT, TestEvents.SOURCE)
            .time(BEGINNING.plusSeconds(second))
            .ecs(field, name)
            .build();
    return TestEvents.alert(event, severity);
  }

  private void commit(Alert... alerts) {
    ReaderStep step =
        new ReaderStep("detect", new JournalPosition(position), new JournalPosition(position + 1L));
    position++;
    List<RiskContribution> contributions =
        List.of(alerts).stream()
            .flatMap(alert -> RiskModel.DEFAULT.contributions(alert).stream())
            .toList();
    new PostgresDetectionStore(STORE.pool())
        .commit(
            new DetectionCommit(step, List.of(alerts), List.of(), 1)
                .with(new RiskCommit(DAY, contributions)));
  }
}
