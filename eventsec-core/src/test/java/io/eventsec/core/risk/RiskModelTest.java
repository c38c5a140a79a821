package io.eventsec.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskModelTest {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final String RULES =
      """
      title: Usual
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a01
      name: usual
      logsource: {category: test}
      detection: {selection: {a: b}, condition: selection}
      ---
      title: Says its own
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a02
      eventsec: {risk: 30}
      logsource: {category: test}
      detection: {selection: {a: b}, condition: selection}
      ---
      title: Says nothing at all
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a03
      eventsec: {risk: 0}
      logsource: {category: test}
      detection: {selection: {a: b}, condition: selection}
      ---
      title: About alerts
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a04
      name: alert
      logsource: {product: eventsec, service: alert}
      detection: {selection: {event.kind: alert}, condition: selection}
      ---
      title: Over usual ones
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a05
      correlation: {type: event_count, rules: [usual], timespan: 1m, condition: {gte: 2}}
      ---
      title: Over alerts
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a06
      name: over
      correlation: {type: event_count, rules: [alert], group-by: [rule.id], timespan: 1m, condition: {gte: 2}}
      ---
      title: Over those over alerts
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a07
      correlation: {type: event_count, rules: [over], timespan: 1m, condition: {gte: 2}}
      ---
      title: Over alerts, and new all the same
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a08
      eventsec: {risk: 7, lateness: 1m}
      correlation: {type: event_count, rules: [0B6F8A52-3d5b-4b7c-8d6a-5b8f0e3c1a04], timespan: 1m, condition: {gte: 2}}
      """;

  @Test
  void points_areTheRulesOwn_orOfItsLevel_andNoneForWhatRepeatsAlerts() {
    RiskModel model = model(RiskOptions.DEFAULT);

    assertThat(IntStream.rangeClosed(1, 8).map(rule -> points(model, rule, Severity.HIGH)))
        .containsExactly(50, 30, 0, 0, 50, 0, 0, 7);
    assertThat(points(model, 9, Severity.LOW)).as("of a rule that is not loaded").isEqualTo(5);
    assertThat(RiskModel.DEFAULT.points(alert(2, Severity.CRITICAL, event()))).isEqualTo(80);
  }

  @Test
  void points_ofLevels_canBeOthers() {
    RiskOptions options =
        new RiskOptions(
            Duration.ofHours(1),
            Map.of(
                Severity.INFORMATIONAL, 1,
                Severity.LOW, 2,
                Severity.MEDIUM, 3,
                Severity.HIGH, 4,
                Severity.CRITICAL, 1000));

    assertThat(points(model(options), 1, Severity.CRITICAL)).isEqualTo(1000);
    assertThat(model(options).halfLife()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void options_outOfBounds_areRefused() {
    Map<Severity, Integer> points = RiskOptions.DEFAULT.points();
    assertThatThrownBy(() -> new RiskOptions(Duration.ofSeconds(59), points))
        .hasMessageContaining("PT59S");
    assertThatThrownBy(() -> new RiskOptions(Duration.ofDays(3_651), points))
        .hasMessageContaining("half-life");
    assertThatThrownBy(() -> new RiskOptions(Duration.ofDays(1), Map.of(Severity.LOW, 1)))
        .hasMessageContaining("0 to 1000");
  }

  @Test
  void contributions_areAgainstEachThatTheAlertNames() {
    Event.Builder event =
        event()
            .ecs("host.name", "WEB-1.Example.")
            .ecs("user.name", "Bob")
            .ecs("source.ip", "2001:DB8::1")
            .ecs("destination.domain", "web-1.example");

    assertThat(model(RiskOptions.DEFAULT).contributions(alert(2, Severity.LOW, event)))
        .extracting(one -> one.entity() + " " + one.points())
        .containsExactly("host web-1.example 30", "user Bob 30", "address 2001:db8::1 30");
    assertThat(model(RiskOptions.DEFAULT).contributions(alert(3, Severity.HIGH, event))).isEmpty();
  }

  @Test
  void contributions_areOfTheTimeOfTheEvent_butNotOfOneThatIsToCome() {
    Instant micros = Instant.parse("2026-03-01T12:00:00.123456Z");
    assertThat(times(event().receivedAt(BEGINNING.plusSeconds(60)))).containsExactly(micros);
    assertThat(times(event().receivedAt(Instant.EPOCH))).containsExactly(micros);
    assertThat(times(event().time(BEGINNING.plusSeconds(1_000_000)).receivedAt(BEGINNING)))
        .containsExactly(micros);
  }

  @Test
  void contributions_leaveOutNamesThatAreTooLong_orTooMany() {
    List<String> hosts =
        IntStream.range(0, 40).mapToObj(n -> n == 0 ? "h".repeat(256) : "host-" + n).toList();
    Event.Builder event =
        event()
            .ecs("host.name", hosts)
            .ecs("user.name", List.of("", "u".repeat(255)))
            .ecs("source.domain", "...");

    List<RiskContribution> found = RiskModel.DEFAULT.contributions(alert(1, Severity.HIGH, event));

    assertThat(found).hasSize(33);
    assertThat(found.get(0).entity()).isEqualTo(new RiskEntity(EntityKind.HOST, "host-1"));
    assertThat(found.get(31).entity()).isEqualTo(new RiskEntity(EntityKind.HOST, "host-32"));
    assertThat(found.get(32).entity().name()).hasSize(255);
    assertThatThrownBy(() -> new RiskEntity(EntityKind.HOST, "..."))
        .hasMessageContaining("1 to 255");
  }

  @Test
  void entityRisk_addsUpInAnyOrder() {
    RiskContribution one = contribution("0", 10, 0);
    RiskContribution two = contribution("1", 20, 86_400);
    RiskContribution three = contribution("2", 40, 86_400);
    Duration day = Duration.ofDays(1);
    EntityRisk forward =
        EntityRisk.of(one).plus(EntityRisk.of(two), day).plus(EntityRisk.of(three), day);
    EntityRisk backward =
        EntityRisk.of(three).plus(EntityRisk.of(two).plus(EntityRisk.of(one), day), day);

    assertThat(forward).isEqualTo(backward);
    assertThat(forward.score().value()).isEqualTo(65);
    assertThat(forward.alerts()).isEqualTo(3);
    assertThat(forward.lastAlert()).isEqualTo(three.alert());
    assertThat(forward.lastSeen()).isEqualTo(three.time());
  }

  private static RiskContribution contribution(String digit, int points, long second) {
    return new RiskContribution(
        Tenant.DEFAULT,
        new RiskEntity(EntityKind.USER, "bob"),
        new AlertId(digit.repeat(32)),
        points,
        BEGINNING.plusSeconds(second));
  }

  private static RiskModel model(RiskOptions options) {
    LoadedRules loaded = LoadedRules.of(List.of(SigmaReader.read("rules.yml", RULES)));
    CorrelationRules correlations = CorrelationRules.compile(loaded);
    assertThat(loaded.leftOut()).isEmpty();
    assertThat(correlations.correlations()).hasSize(4);
    return RiskModel.of(options, loaded.rules(), correlations.correlations());
  }

  private static int points(RiskModel model, int rule, Severity level) {
    return model.points(alert(rule, level, event()));
  }

  private static List<Instant> times(Event.Builder event) {
    return RiskModel.DEFAULT
        .contributions(alert(1, Severity.HIGH, event.ecs("user.name", "bob")))
        .stream()
        .map(RiskContribution::time)
        .toList();
  }

  private static Event.Builder event() {
    return Event.builder(new EventId("0".repeat(32)), Tenant.DEFAULT, "s").time(BEGINNING);
  }

  private static Alert alert(int rule, Severity level, Event.Builder event) {
    Event built = event.build();
    RuleRef ref = new RuleRef("0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a0" + rule, "v");
    return new Alert(
        AlertId.of(Tenant.DEFAULT, ref, List.of(built.id())),
        Tenant.DEFAULT,
        ref,
        "T",
        level,
        List.of(),
        Entities.of(built),
        List.of(),
        List.of(built));
  }
}
