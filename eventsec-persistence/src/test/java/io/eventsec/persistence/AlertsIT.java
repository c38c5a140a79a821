package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertChangeKind;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.alert.AlertCounts;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertHistoryEntry;
import io.eventsec.persistence.alert.AlertPage;
import io.eventsec.persistence.alert.AlertPeople;
import io.eventsec.persistence.alert.AlertQuery;
import io.eventsec.persistence.alert.AlertSummary;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.alert.Appointment;
import io.eventsec.persistence.alert.StatusChange;
import io.eventsec.persistence.alert.StatusChangeResult;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.identity.NewUser;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.identity.Users;
import io.eventsec.persistence.rule.RuleStore;
import io.eventsec.persistence.rule.StoredRule;
import io.eventsec.testkit.Parallel;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<UUID> NOBODY = Optional.empty();

  @SuppressWarnings("NullAway.Init")
  private static TestEntities entities;

  @BeforeAll
  static void open() {
    entities = new TestEntities(STORE.database());
  }

  @AfterAll
  static void close() {
    entities.close();
  }

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
    AlertPage page = page(query);
    walked.addAll(page.alerts());
    while (page.nextCursor().isPresent()) {
      page = page(query.withCursor(page.nextCursor().get()));
      walked.addAll(page.alerts());
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
  void changeStatus_isNotedWithWhoAndWhy() {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    UUID user = user(TENANT);
    long before = find(TENANT, alert.id()).orElseThrow().summary().seq();
    StatusChangeResult result = changeStatus(change(alert.id(), 1, user));
    assertThat(result).isInstanceOf(StatusChangeResult.Changed.class);
    AlertDetail detail = ((StatusChangeResult.Changed) result).alert();
    assertThat(detail).isEqualTo(find(TENANT, alert.id()).orElseThrow());
    assertThat(detail.summary().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    assertThat(detail.summary().revision()).isEqualTo(2);
    assertThat(detail.summary().seq()).isGreaterThan(before);
    AlertHistoryEntry entry = detail.history().get(0);
    assertThat(detail.history()).hasSize(1);
    assertThat(entry.from()).isEqualTo(AlertStatus.OPEN);
    assertThat(entry.to()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    assertThat(entry.comment()).contains("mine");
    assertThat(entry.userId()).isEqualTo(user);
    assertThat(entry.username()).isEqualTo("ada");
  }

  @Test
  void changeStatus_staleMissingOrForeign_changesNothing() {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    UUID user = user(TENANT);
    UUID stranger = user(OTHER);
    assertThat(changeStatus(change(alert.id(), 7, user)))
        .isEqualTo(new StatusChangeResult.Stale(1));
    assertThat(changeStatus(change(TestEvents.alert(TENANT, 2).id(), 1, user)))
        .isEqualTo(new StatusChangeResult.Missing());
    StatusChange foreign =
        new StatusChange(OTHER, alert.id(), 1, AlertStatus.CLOSED, stranger, Optional.empty());
    assertThat(changeStatus(foreign)).isEqualTo(new StatusChangeResult.Missing());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> changeStatus(change(alert.id(), 1, stranger)));
    assertThat(find(TENANT, alert.id()).orElseThrow().summary().revision()).isEqualTo(1);
  }

  @Test
  void changeStatus_fromManyThreads_oneWins() throws Exception {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    UUID user = user(TENANT);
    Callable<StatusChangeResult> attempt = () -> changeStatus(change(alert.id(), 1, user));
    List<StatusChangeResult> results = Parallel.run(Collections.nCopies(4, attempt));
    assertThat(results).filteredOn(StatusChangeResult.Changed.class::isInstance).hasSize(1);
    assertThat(find(TENANT, alert.id()).orElseThrow().history()).hasSize(1);
  }

  @Test
  void changeStatus_toClosedAndBack_namesTheCloserWhileItIsClosed() {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    UUID user = user(TENANT);
    changeStatus(statusChange(alert.id(), 1, AlertStatus.CLOSED, user));
    AlertPeople closed = find(TENANT, alert.id()).orElseThrow().people();
    assertThat(closed.closedBy()).contains(new UserRef(user, "ada", "Ada"));
    assertThat(closed.closedAt()).isPresent();
    changeStatus(statusChange(alert.id(), 2, AlertStatus.OPEN, user));
    AlertPeople reopened = find(TENANT, alert.id()).orElseThrow().people();
    assertThat(reopened.closedBy()).isEmpty();
    assertThat(reopened.closedAt()).isEmpty();
  }

  @Test
  void appoint_ownerAndAssignee_isNotedAndCanBeTakenBack() {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    UUID ada = user(TENANT);
    long before = lastSeq();
    appoint(new Appointment(TENANT, alert.id(), 1, CaseRole.OWNER, Optional.of(ada), ada, NONE));
    appoint(new Appointment(TENANT, alert.id(), 2, CaseRole.ASSIGNEE, Optional.of(ada), ada, NONE));
    StatusChangeResult result =
        appoint(
            new Appointment(
                TENANT, alert.id(), 3, CaseRole.ASSIGNEE, NOBODY, ada, Optional.of("!")));
    AlertDetail detail = find(TENANT, alert.id()).orElseThrow();
    assertThat(result).isEqualTo(new StatusChangeResult.Changed(detail));
    assertThat(detail.people().owner().orElseThrow().id()).isEqualTo(ada);
    assertThat(detail.people().assignee()).isEmpty();
    assertThat(detail.summary().revision()).isEqualTo(4);
    assertThat(detail.summary().seq()).as("followers hear of it").isGreaterThan(before);
    assertThat(detail.history())
        .extracting(AlertHistoryEntry::change)
        .containsExactly(AlertChangeKind.OWNER, AlertChangeKind.ASSIGNEE, AlertChangeKind.ASSIGNEE);
    assertThat(detail.history())
        .extracting(entry -> entry.subject().map(UserRef::username).orElse("nobody"))
        .containsExactly("ada", "ada", "nobody");
    assertThat(detail.history()).extracting(AlertHistoryEntry::to).containsOnly(AlertStatus.OPEN);
  }

  @Test
  void appoint_staleMissingOrForeign_changesNothing() {
    Alert alert = TestEvents.alert(TENANT, 1);
    raise(alert);
    UUID ada = user(TENANT);
    UUID stranger = user(OTHER);
    assertThat(
            appoint(
                new Appointment(
                    TENANT, alert.id(), 7, CaseRole.OWNER, Optional.of(ada), ada, NONE)))
        .isEqualTo(new StatusChangeResult.Stale(1));
    assertThat(
            appoint(
                new Appointment(
                    OTHER, alert.id(), 1, CaseRole.OWNER, Optional.of(stranger), stranger, NONE)))
        .isEqualTo(new StatusChangeResult.Missing());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                appoint(
                    new Appointment(
                        TENANT, alert.id(), 1, CaseRole.OWNER, Optional.of(stranger), ada, NONE)));
    assertThat(find(TENANT, alert.id()).orElseThrow().summary().revision()).isEqualTo(1);
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
    assertThat(entities.statements(() -> page(AlertQuery.all(TENANT, 40)))).isEqualTo(1);
    assertThat(entities.statements(() -> find(TENANT, id))).isEqualTo(2);
    assertThat(entities.statements(() -> since(0))).isEqualTo(1);
    assertThat(entities.statements(() -> counts(Instant.EPOCH))).isEqualTo(3);
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
    PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());
    JournalPosition from = store.position("detect");
    ReaderStep step = new ReaderStep("detect", from, new JournalPosition(from.value() + 1));
    store.commit(new DetectionCommit(step, List.of(alerts), List.of(), alerts.length));
  }

  private static UUID user(Tenant tenant) {
    new Tenants(STORE.pool()).ensure(tenant);
    NewUser ada = new NewUser(tenant, "ada", "Ada", Role.ANALYST, "$hash$");
    return entities.inTransaction(manager -> new Users(manager).create(ada).id());
  }

  private static StatusChange change(AlertId id, int revision, UUID user) {
    return new StatusChange(
        TENANT, id, revision, AlertStatus.ACKNOWLEDGED, user, Optional.of("mine"));
  }

  private static StatusChange statusChange(
      AlertId id, int revision, AlertStatus status, UUID user) {
    return new StatusChange(TENANT, id, revision, status, user, NONE);
  }

  private static StatusChangeResult appoint(Appointment appointment) {
    return with(alerts -> alerts.appoint(appointment));
  }

  private static StatusChangeResult changeStatus(StatusChange change) {
    return with(alerts -> alerts.changeStatus(change));
  }

  private static Optional<AlertDetail> find(Tenant tenant, AlertId id) {
    return with(alerts -> alerts.find(tenant, id));
  }

  private static AlertPage page(AlertQuery query) {
    return with(alerts -> alerts.page(query));
  }

  private static List<AlertId> ids(AlertQuery query) {
    return page(query).alerts().stream().map(AlertSummary::id).toList();
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
    return entities.inTransaction(manager -> work.apply(new Alerts(manager)));
  }
}
