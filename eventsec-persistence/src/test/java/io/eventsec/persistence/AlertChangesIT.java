package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertChangeKind;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertHistoryEntry;
import io.eventsec.persistence.alert.AlertPeople;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.alert.Appointment;
import io.eventsec.persistence.alert.StatusChange;
import io.eventsec.persistence.alert.StatusChangeResult;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.testkit.Parallel;
import io.eventsec.testkit.TestEvents;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users do with alerts. */
class AlertChangesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<UUID> NOBODY = Optional.empty();

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
    assertThat(closed.closedBy()).contains(new UserRef(user, "ada", "The ada"));
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

  private static long lastSeq() {
    return with(alerts -> alerts.lastSeq(TENANT));
  }

  private static <T> T with(Function<Alerts, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Alerts(manager)));
  }
}
