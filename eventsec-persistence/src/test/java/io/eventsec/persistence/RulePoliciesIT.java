package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.ExceptionFilter;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.policy.RuleSetting;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.ExceptionHits;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.NoiseCommit;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.policy.ExceptionRecord;
import io.eventsec.persistence.policy.NewException;
import io.eventsec.persistence.policy.PolicyReader;
import io.eventsec.persistence.policy.PolicySnapshot;
import io.eventsec.persistence.policy.RuleExceptions;
import io.eventsec.persistence.policy.RuleSettingChange;
import io.eventsec.persistence.policy.RuleSettingRecord;
import io.eventsec.persistence.policy.RuleSettings;
import io.eventsec.testkit.TestEvents;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tenants decide about rules, read again by whoever runs them; what is kept back, counted. */
class RulePoliciesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final String RULE = "rule-1";
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

  private UUID user = UUID.randomUUID();

  @BeforeEach
  void people() {
    user = STORE.people().user(TENANT, "ada");
  }

  @Test
  void decision_isReadByWhoeverRunsTheRule_andItsRevisionCounts() {
    PolicySnapshot before = reader().readIfOther(-1).orElseThrow();
    assertThat(before.policies().of(TENANT).runs(RULE)).isTrue();
    assertThat(reader().readIfOther(before.revision())).isEmpty();

    assertThat(change(0, false, Optional.of(Severity.HIGH))).isTrue();
    assertThat(change(0, true, Optional.empty())).as("nobody saw revision 1").isFalse();
    assertThat(change(2, true, Optional.empty())).as("there is no revision 2").isFalse();

    PolicySnapshot after = reader().readIfOther(before.revision()).orElseThrow();
    assertThat(after.policies().of(TENANT).runs(RULE)).isFalse();
    assertThat(after.policies().of(TENANT).level(RULE, Severity.LOW)).isEqualTo(Severity.HIGH);
    assertThat(change(1, true, Optional.empty())).isTrue();
    RuleSettingRecord record = call(em -> new RuleSettings(em).find(TENANT, RULE)).orElseThrow();
    assertThat(record.revision()).isEqualTo(2);
    assertThat(record.setting().level()).isEmpty();
    assertThat(record.changedBy().username()).isEqualTo("ada");
    assertThat(all(TENANT)).containsExactly(record);
    assertThat(all(new Tenant("other"))).isEmpty();
  }

  @Test
  void exception_isInForceUntilItIsEnded_andKeepsItsHits() {
    UUID id = create("{selection: {user.name: backup}, condition: selection}");

    assertThat(excepted(NOW)).isEqualTo(Map.of(RULE, id));
    assertThat(excepted(NOW.plus(Duration.ofDays(8)))).isEmpty();
    hit(id, 3, NOW);
    hit(id, 2, NOW.minusSeconds(60));
    assertThat(end(new Tenant("other"), id)).isFalse();
    assertThat(end(TENANT, id)).isTrue();
    assertThat(end(TENANT, id)).as("once").isFalse();

    assertThat(excepted(NOW)).isEmpty();
    ExceptionRecord record = call(em -> new RuleExceptions(em).ofRule(TENANT, RULE)).get(0);
    assertThat(record.hits()).isEqualTo(5);
    assertThat(record.lastHitAt()).contains(NOW);
    assertThat(record.owner().username()).isEqualTo("ada");
    assertThat(record.ended().map(end -> end.by().username())).contains("ada");
  }

  @Test
  void exceptionThatNobodyCanRead_isToldAndLeftOut() {
    UUID good = create("{selection: {user.name: backup}, condition: selection}");
    UUID bad = create("{selection: {user.name: other}, condition: selection}");
    STORE.execute("update rule_exceptions set detection = '{a: b}' where id = '" + bad + "'");

    PolicySnapshot snapshot = reader().readIfOther(-1).orElseThrow();

    assertThat(snapshot.unreadable()).singleElement().asString().contains(bad.toString());
    assertThat(snapshot.policies().of(TENANT).exceptedFrom(backup(NOW)))
        .isEqualTo(Map.of(RULE, good));
  }

  @Test
  void moreThanAThousandInForce_areRefused() {
    STORE.execute(
        "insert into rule_exceptions (id, tenant, rule_id, detection, reason, owner_id, created_by,"
            + " created_at, expires_at) select gen_random_uuid(), 'default', 'r', '{}', 'x', '"
            + user
            + "', '"
            + user
            + "', now(), now() + interval '1 day' from generate_series(1, 1000)");

    assertThatThrownBy(() -> create("{selection: {a: b}, condition: selection}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 1000 exceptions in force");
  }

  @Test
  void expiryAndReason_areChecked() {
    ExceptionFilter late = filter("{a: {b: c}, condition: a}", NOW.plus(Duration.ofDays(400)));
    assertThatThrownBy(() -> new NewException(late, "because", user, user, NOW))
        .hasMessageContaining("within a year");
    ExceptionFilter fine = filter("{a: {b: c}, condition: a}", NOW.plusSeconds(1));
    assertThatThrownBy(() -> new NewException(fine, " ", user, user, NOW))
        .hasMessageContaining("give a reason");
  }

  @Test
  void matchesOfOneAlert_areCountedAndShown_inAnyOrderOfSteps() {
    AlertMerge late = AlertMerge.of(TestEvents.alert(TENANT, 9));
    AlertMerge early =
        AlertMerge.of(TestEvents.alert(TENANT, 2).with(late.alert().id()))
            .and(AlertMerge.of(TestEvents.alert(TENANT, 3).with(late.alert().id())));

    commit(new NoiseCommit(List.of(late), List.of()));
    commit(new NoiseCommit(List.of(early), List.of()));

    AlertDetail detail = call(em -> new Alerts(em).find(TENANT, late.alert().id())).orElseThrow();
    AlertMerge expected = late.and(early);
    assertThat(detail.summary().firings()).isEqualTo(3);
    assertThat(detail.summary().eventTime()).isEqualTo(TestEvents.BEGINNING.plusSeconds(2));
    assertThat(detail.summary().lastEventTime()).isEqualTo(TestEvents.BEGINNING.plusSeconds(9));
    assertThat(detail.evidence()).isEqualTo(expected.alert().evidence());
    assertThat(detail.matchedItems()).isEqualTo(expected.alert().matchedItems());
    assertThat(detail.summary().entities().hosts()).contains("host-2", "host-3", "host-9");
  }

  private static <T> T call(Function<EntityManager, T> work) {
    return STORE.entities().inTransaction(work);
  }

  private static List<RuleSettingRecord> all(Tenant tenant) {
    return call(em -> new RuleSettings(em).all(tenant));
  }

  private boolean change(int expected, boolean enabled, Optional<Severity> level) {
    RuleSetting setting = new RuleSetting(TENANT, RULE, enabled, level);
    return call(
        em -> new RuleSettings(em).change(new RuleSettingChange(setting, expected, "loud", user)));
  }

  private UUID create(String detection) {
    ExceptionFilter filter = filter(detection, NOW.plus(Duration.ofDays(7)));
    call(
        em -> {
          new RuleExceptions(em).create(new NewException(filter, "known", user, user, NOW));
          return true;
        });
    return filter.id();
  }

  private static ExceptionFilter filter(String detection, Instant expiresAt) {
    return new ExceptionFilter(UUID.randomUUID(), TENANT, RULE, detection, expiresAt);
  }

  private boolean end(Tenant tenant, UUID id) {
    return call(
        em ->
            new RuleExceptions(em).find(tenant, id).isPresent()
                && new RuleExceptions(em).end(tenant, id, user));
  }

  private static Map<String, UUID> excepted(Instant moment) {
    RulePolicies policies = reader().readIfOther(-1).orElseThrow().policies();
    return policies.of(TENANT).exceptedFrom(backup(moment));
  }

  private static Event backup(Instant moment) {
    return Event.builder(TestEvents.event(TENANT, 1).id(), TENANT, TestEvents.SOURCE)
        .time(moment)
        .ecs("user.name", "backup")
        .build();
  }

  private static void hit(UUID id, long count, Instant moment) {
    commit(new NoiseCommit(List.of(), List.of(new ExceptionHits(TENANT, id, count, moment))));
  }

  private static void commit(NoiseCommit noise) {
    PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());
    JournalPosition from = store.position("detect");
    store.commit(
        new DetectionCommit(
                new ReaderStep("detect", from, new JournalPosition(from.value() + 1)),
                List.of(),
                List.of(),
                1)
            .with(noise));
  }

  private static PolicyReader reader() {
    return new PolicyReader(STORE.pool());
  }
}
