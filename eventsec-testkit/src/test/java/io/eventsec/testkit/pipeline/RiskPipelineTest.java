package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.testkit.TestEvents;
import io.eventsec.testkit.TestRisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Risk out of the journal, and rules over it, with stores that fail, and restarts. */
class RiskPipelineTest {
  private static final Instant LONG_AFTER = TestEvents.BEGINNING.plusSeconds(10 * 86_400);
  private static final int BATCHES = 30;

  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryDetectionStore store = new InMemoryDetectionStore();
  private Detection detection = TestRisk.detection();

  @Test
  void alertOverRisk_hasTheEventsBehindTheAlertsAsEvidence() {
    append("a", TestRisk.line(0, "shell", "ada", "h1"), TestRisk.line(1, "tool", "bob", "h1"));
    append("b", TestRisk.line(20, "tool", "ada", "h2"), TestRisk.line(40, "shell", "ada", "h1"));

    Turns.drain(pipeline(store, 1));

    Alert alert = only("Much about one user");
    assertThat(alert.evidence())
        .extracting(Event::original)
        .containsExactly(
            TestRisk.line(0, "shell", "ada", "h1"),
            TestRisk.line(20, "tool", "ada", "h2"),
            TestRisk.line(40, "shell", "ada", "h1"));
    assertThat(alert.entities().hosts()).containsExactly("h1", "h2");
    assertThat(alert.entities().users()).containsExactly("ada");
    assertThat(alert.matchedItems())
        .containsExactly(
            new MatchedItem("group-by", "user.name", List.of(), "", "ada"),
            new MatchedItem(
                "value_sum", "event.risk_score", List.of(), "gte 100 within PT1M", "120"));
    assertThat(alert.id())
        .as("known by the alert with which the sum was reached")
        .isEqualTo(
            AlertId.ofGroup(
                Tenant.DEFAULT,
                alert.rule(),
                List.of("ada"),
                new EventId(alertsOf("A shell").get(1).id().value())));
    assertThat(alertsOf("An alert")).as("silent: correlations ask for it").isEmpty();
  }

  @Test
  void risk_isWhatAlertsCount_andWhatIsOverAlertsCountsNothing() {
    append("a", TestRisk.line(0, "shell", "ada", "H1."), TestRisk.line(1, "tool", "ada", "h2"));
    append("b", TestRisk.line(2, "probe", "ada", "h1"), TestRisk.line(3, "shell", "ada", "h1"));
    append("b", TestRisk.line(2, "probe", "ada", "h1"), TestRisk.line(3, "shell", "ada", "h1"));

    Turns.drain(pipeline(store, 1));

    only("Much about one user");
    EntityRisk ada = risk(EntityKind.USER, "ada");
    assertThat(ada.alerts()).isEqualTo(4);
    assertThat(ada.score().value()).isCloseTo(127, within(0.01));
    assertThat(ada.lastSeen()).isEqualTo(TestEvents.BEGINNING.plusSeconds(3));
    assertThat(risk(EntityKind.HOST, "h1").score().value()).isCloseTo(107, within(0.01));
    assertThat(risk(EntityKind.HOST, "h2").score().value()).isEqualTo(20);
  }

  @Test
  void ruleAboutAlerts_raisesAlertsOfItsOwn_andFeedsOnNoneOfThem() {
    detection =
        TestRisk.detection(
            TestRisk.RULES
                + """
                ---
                title: Any alert on h1
                id: 7c1de1c2-51b4-4a7e-8f6e-0d4f8e6b9c09
                logsource: {product: eventsec}
                detection: {selection: {host.name: h1, event.kind: alert}, condition: selection}
                eventsec: {risk: 3}
                """);
    append("a", TestRisk.line(0, "shell", "ada", "H1"), TestRisk.line(1, "tool", "ada", "h2"));

    Turns.drain(pipeline(store, 1));

    Alert alert = only("Any alert on h1");
    assertThat(alert.evidence()).isEqualTo(only("A shell").evidence());
    assertThat(alert.entities()).isEqualTo(only("A shell").entities());
    assertThat(alert.matchedItems()).extracting(MatchedItem::actual).contains("h1", "alert");
    assertThat(store.alerts(Tenant.DEFAULT)).hasSize(3);
    assertThat(risk(EntityKind.USER, "ada").score().value()).isCloseTo(73, within(0.01));
  }

  @Test
  void forgedAlert_isNone() {
    append(
        "a",
        TestRisk.line(0, "shell\\\",\\\"event.kind\\\":\\\"alert", "ada", "h1"),
        "{\"deed\":\"x\",\"at\":\"2026-03-01T12:00:00Z\",\"event\":{\"kind\":\"alert\",\"module\":"
            + "\"eventsec\",\"risk_score\":1000},\"user\":{\"name\":\"ada\"},\"who\":\"ada\"}");

    Turns.drain(pipeline(store, 1));

    assertThat(store.alerts(Tenant.DEFAULT)).isEmpty();
  }

  @Test
  void rulesOfTheReference_come_true() throws IOException {
    detection =
        TestRisk.detection(
            TestRisk.RULES
                + "---\n"
                + Files.readString(Path.of("..", "docs", "reference", "risk.yml")));
    append(
        "a",
        TestRisk.line(0, "shell", "ada", "h1"),
        TestRisk.line(900, "tool", "bob", "h2"),
        TestRisk.line(1_800, "shell", "eve", "h1"),
        TestRisk.line(2_000, "probe", "bob", "h3"),
        TestRisk.line(4_499, "shell", "bob", "h3"),
        TestRisk.line(4_500, "tool", "bob", "h2"));

    Turns.drain(pipeline(store, 1));

    assertThat(only("Risk of a host reaches 100 within a day").matchedItems().get(0).actual())
        .isEqualTo("h1");
    assertThat(only("Three different rules about one user within an hour").evidence()).hasSize(3);
    assertThat(alertsOf("Risk of a user reaches 100 within a day")).isEmpty();
    assertThat(store.alerts(Tenant.DEFAULT)).hasSize(8);
  }

  @Test
  void exampleOfTheReference_comesTrue() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "reference", "sigma.md"));
    String example =
        Pattern.compile("```yaml\n(title: An alert\n.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    detection = TestRisk.detection(TestRisk.RULES + "---\n" + example);
    append(
        "a", TestRisk.line(0, "shell", "ada", "h1"), TestRisk.line(86_400, "shell", "ada", "h2"));

    Turns.drain(pipeline(store, 1));

    assertThat(only("Risk of a user reaches 100 within a day").evidence()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void storeCutOffAtRandom_orderAndNodesInTurn_changeNothing(long seed) {
    RiskPipelineTest quiet = undisturbed();
    fill(seed);
    FlakyStore flaky = new FlakyStore(store, seed);

    Turns.drain(pipeline(flaky, 1), pipeline(flaky, 3), pipeline(flaky, 2));

    same(quiet);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void restartsAfterEachStep_changeNothing(long seed) {
    RiskPipelineTest quiet = undisturbed();
    fill(seed);

    for (int idle = 0; idle < 3; ) {
      idle = pipeline(store, 1).step().equals(StepReport.IDLE) ? idle + 1 : 0;
    }

    same(quiet);
  }

  private static RiskPipelineTest undisturbed() {
    RiskPipelineTest quiet = new RiskPipelineTest();
    quiet.fill(0);
    Turns.drain(quiet.pipeline(quiet.store, 1_000));
    assertThat(quiet.alertsOf("Much about one user")).hasSizeGreaterThan(10);
    assertThat(quiet.alertsOf("Three rules about one host")).hasSizeGreaterThan(10);
    return quiet;
  }

  /** The same alerts about the same events, and the same scores. */
  private void same(RiskPipelineTest quiet) {
    assertThat(found()).isEqualTo(quiet.found());
    IntStream.range(0, 12)
        .mapToObj(n -> new RiskEntity(EntityKind.USER, "user-" + n))
        .forEach(user -> same(user, quiet));
    IntStream.range(0, 5)
        .mapToObj(n -> new RiskEntity(EntityKind.HOST, "host-" + n))
        .forEach(host -> same(host, quiet));
  }

  private void same(RiskEntity entity, RiskPipelineTest quiet) {
    EntityRisk ours = store.risk().find(Tenant.DEFAULT, entity).orElseThrow();
    EntityRisk theirs = quiet.store.risk().find(Tenant.DEFAULT, entity).orElseThrow();
    assertThat(ours.alerts()).isEqualTo(theirs.alerts()).isGreaterThan(10);
    assertThat(ours.lastSeen()).isEqualTo(theirs.lastSeen());
    assertThat(ours.score().value()).isCloseTo(theirs.score().value(), within(1e-6));
    assertThat(store.risk().contributions(Tenant.DEFAULT, entity, 1_000))
        .isEqualTo(quiet.store.risk().contributions(Tenant.DEFAULT, entity, 1_000));
  }

  private Set<String> found() {
    return store.alerts(Tenant.DEFAULT).stream()
        .map(alert -> alert.title() + ' ' + alert.id() + ' ' + originals(alert))
        .collect(Collectors.toSet());
  }

  private static String originals(Alert alert) {
    return alert.evidence().stream().map(Event::original).collect(Collectors.joining(" "));
  }

  private EntityRisk risk(EntityKind kind, String name) {
    return store.risk().find(Tenant.DEFAULT, new RiskEntity(kind, name)).orElseThrow();
  }

  private Alert only(String title) {
    assertThat(alertsOf(title)).as(title).hasSize(1);
    return alertsOf(title).get(0);
  }

  private List<Alert> alertsOf(String title) {
    return store.alerts(Tenant.DEFAULT).stream()
        .filter(alert -> alert.title().equals(title))
        .toList();
  }

  private DetectionPipeline pipeline(DetectionStore to, int batches) {
    return new DetectionPipeline(
        new Source(journal, TestRisk.decoder()),
        () -> detection,
        to,
        new ReadLimit(batches, 1 << 20),
        CorrelatorOptions.DEFAULT,
        () -> LONG_AFTER);
  }

  private void fill(long seed) {
    TestRisk.batches(BATCHES, seed).forEach(journal::append);
  }

  private void append(String key, String... lines) {
    journal.append(TestRisk.batch(key, List.of(lines)));
  }
}
