package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.alert.AlertCounts;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertQuery;
import io.eventsec.persistence.alert.AlertSummary;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.alert.StatusChange;
import io.eventsec.persistence.alert.StatusChangeResult;
import io.eventsec.persistence.rule.RuleStore;
import io.eventsec.persistence.rule.StoredRule;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  @Test
  void find_returnsWhatWasRaised() {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    AlertDetail detail = find(TENANT, alert.id()).orElseThrow();
    assertThat(detail.evidence()).isEqualTo(alert.evidence());
    assertThat(detail.evidence().get(0).original()).isEqualTo("{\"n\":1}");
    assertThat(detail.evidence().get(0).receivedAt())
        .isEqualTo(alert.evidence().get(0).receivedAt());
    assertThat(detail.matchedItems()).isEqualTo(alert.matchedItems());
    assertThat(detail.tags()).isEqualTo(alert.tags());
    assertThat(detail.history()).isEmpty();
    AlertSummary summary = detail.summary();
    assertThat(summary.entities()).isEqualTo(alert.entities());
    assertThat(summary.rule()).isEqualTo(alert.rule());
    assertThat(summary.severity()).isEqualTo(Severity.HIGH);
    assertThat(summary.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(summary.eventTime()).isEqualTo(alert.eventTime());
    assertThat(summary.revision()).isEqualTo(1);
  }

  @Test
  void find_ofAnotherTenant_isEmpty() {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    assertThat(find(OTHER, alert.id())).isEmpty();
  }

  @Test
  void page_walksAllOnceNewestFirst() {
    for (int n = 0; n < 4; n++) {
      // Two share each moment, so that the id decides between them.
      raise(TestEvents.alert(TENANT, 2 * n), TestEvents.alert(TENANT, 2 * n + 1));
    }
    List<AlertSummary> walked = new ArrayList<>();
    AlertQuery query = AlertQuery.all(TENANT, 3);
    Page<AlertSummary> page = page(query);
    walked.addAll(page.rows());
    while (page.nextCursor().isPresent()) {
      page = page(query.withCursor(page.nextCursor().get()));
      walked.addAll(page.rows());
    }
    assertThat(walked).hasSize(8).doesNotHaveDuplicates();
    assertThat(walked)
        .isSortedAccordingTo(
            (a, b) -> {
              int byTime = b.raisedAt().compareTo(a.raisedAt());
              return byTime != 0 ? byTime : b.id().value().compareTo(a.id().value());
            });
  }

  @Test
  void page_filters() {
    Alert low = TestEvents.alert(TestEvents.event(TENANT, 1), Severity.LOW);
    Alert high = TestEvents.alert(TENANT, 2);
    raise(low, high);
    changeStatus(change(high.id(), 1, user(TENANT)));
    AlertQuery all = AlertQuery.all(TENANT, 10);
    assertThat(ids(all)).containsExactlyInAnyOrder(low.id(), high.id());
    assertThat(ids(all.withSeverities(Set.of(Severity.LOW)))).containsExactly(low.id());
    assertThat(ids(all.withStatuses(Set.of(AlertStatus.ACKNOWLEDGED)))).containsExactly(high.id());
    assertThat(ids(all.withStatuses(Set.of(AlertStatus.CLOSED)))).isEmpty();
    assertThat(ids(all.withRuleId(TestEvents.RULE.id()))).hasSize(2);
    assertThat(ids(all.withRuleId("none"))).isEmpty();
    assertThat(ids(all.withText("HOST-1"))).containsExactly(low.id());
    assertThat(ids(all.withText("ill repute"))).hasSize(2);
    assertThat(ids(AlertQuery.all(OTHER, 10))).isEmpty();
  }

  @Test
  void page_textWithWildcards_isTakenLiterally() {
    raise(TestEvents.alert(TENANT, 1));
    assertThat(ids(AlertQuery.all(TENANT, 10).withText("host_1"))).isEmpty();
    assertThat(ids(AlertQuery.all(TENANT, 10).withText("host%"))).isEmpty();
    assertThat(ids(AlertQuery.all(TENANT, 10).withText("!'\"\\"))).isEmpty();
    assertThat(ids(AlertQuery.all(TENANT, 10).withText("\u0000"))).isEmpty();
  }

  @Test
  void page_foreignCursor_isRefused() {
    for (String cursor : List.of("", "x", "!!", "MjAyNi0wMy0wMVQxMjowMDowMFogeA")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> page(AlertQuery.all(TENANT, 10).withCursor(cursor)))
          .withMessageContaining("none of ours");
    }
  }

  @Test
  void since_followsWhatIsRaisedAndChanged() {
    Alert first = TestEvents.alert(TENANT, 1);
    Alert second = TestEvents.alert(TENANT, 2);
    assertThat(lastSeq()).isZero();
    raise(first, second);
    List<AlertSummary> raised = since(0);
    assertThat(raised).extracting(AlertSummary::id).containsExactly(first.id(), second.id());
    assertThat(lastSeq()).isEqualTo(raised.get(1).seq());
    changeStatus(change(first.id(), 1, user(TENANT)));
    assertThat(since(raised.get(1).seq()))
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.id()).isEqualTo(first.id());
              assertThat(summary.revision()).isEqualTo(2);
            });
    assertThat(since(lastSeq())).isEmpty();
  }

  @Test
  void counts_bySeverityAndRule() {
    Alert low = TestEvents.alert(TestEvents.event(TENANT, 1), Severity.LOW);
    Alert high = TestEvents.alert(TENANT, 2);
    raise(low);
    raise(high);
    changeStatus(change(high.id(), 1, user(TENANT)));
    AlertCounts counts = counts(Instant.EPOCH);
    assertThat(counts.total()).isEqualTo(2);
    assertThat(counts.open()).isEqualTo(1);
    assertThat(counts.bySeverity())
        .containsEntry(Severity.LOW, 1L)
        .containsEntry(Severity.HIGH, 1L)
        .containsEntry(Severity.CRITICAL, 0L);
    assertThat(counts.byRule())
        .containsExactly(
            new AlertCounts.RuleCount(TestEvents.RULE.id(), high.title(), Severity.HIGH, 2));
    assertThat(counts(Instant.now().plusSeconds(60)).total()).isZero();
  }

  @Test
  void statements_doNotGrowWithTheRows() {
    List<Alert> alerts = IntStream.range(0, 50).mapToObj(n -> TestEvents.alert(TENANT, n)).toList();
    raise(alerts.toArray(Alert[]::new));
    UUID user = user(TENANT);
    AlertId id = alerts.get(0).id();
    for (int revision = 1; revision < 5; revision++) {
      changeStatus(change(id, revision, user));
    }
    assertThat(STORE.entities().statements(() -> page(AlertQuery.all(TENANT, 40)))).isEqualTo(1);
    assertThat(STORE.entities().statements(() -> find(TENANT, id))).isEqualTo(2);
    assertThat(STORE.entities().statements(() -> since(0))).isEqualTo(1);
    assertThat(STORE.entities().statements(() -> counts(Instant.EPOCH))).isEqualTo(3);
  }

  @Test
  void rules_areKeptForEver() {
    RuleStore rules = new RuleStore(STORE.pool());
    StoredRule rule = new StoredRule(TestEvents.RULE, "Title", Severity.MEDIUM, "title: Title\n");
    assertThat(rules.record(TENANT, List.of(rule))).isEqualTo(1);
    assertThat(rules.record(TENANT, List.of(rule))).isZero();
    assertThat(rules.record(TENANT, List.of())).isZero();
    assertThat(rules.find(TENANT, TestEvents.RULE)).contains(rule);
    assertThat(rules.find(OTHER, TestEvents.RULE)).isEmpty();
  }

  private static void raise(Alert... alerts) {
    STORE.people().raise(alerts);
  }

  private static UUID user(Tenant tenant) {
    return STORE.people().user(tenant, "ada");
  }

  private static StatusChange change(AlertId id, int revision, UUID user) {
    return new StatusChange(
        TENANT, id, revision, AlertStatus.ACKNOWLEDGED, user, Optional.of("mine"));
  }

  private static StatusChangeResult changeStatus(StatusChange change) {
    return with(alerts -> alerts.changeStatus(change));
  }

  private static Optional<AlertDetail> find(Tenant tenant, AlertId id) {
    return with(alerts -> alerts.find(tenant, id));
  }

  private static Page<AlertSummary> page(AlertQuery query) {
    return with(alerts -> alerts.page(query));
  }

  private static List<AlertId> ids(AlertQuery query) {
    return page(query).rows().stream().map(AlertSummary::id).toList();
  }

  private static List<AlertSummary> since(long seq) {
    return with(alerts -> alerts.since(TENANT, seq, 100));
  }

  private static long lastSeq() {
    return with(alerts -> alerts.lastSeq(TENANT));
  }

  private static AlertCounts counts(Instant since) {
    return with(alerts -> alerts.counts(TENANT, since));
  }

  private static <T> T with(Function<Alerts, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Alerts(manager)));
  }
}
