package io.eventsec.persistence;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.identity.NewUser;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.identity.Users;
import io.eventsec.testkit.TestEvents;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Users and alerts for the tests of what people do with them. */
final class TestPeople {
  private final TestStore store;
  private final TestEntities entities;

  TestPeople(TestStore store, TestEntities entities) {
    this.store = store;
    this.entities = entities;
  }

  /** A new user, in a tenant that is made if it is not there. */
  UUID user(Tenant tenant, String name) {
    new Tenants(store.pool()).ensure(tenant);
    NewUser user = new NewUser(tenant, name, "The " + name, Role.ANALYST, "$hash$");
    return entities.inTransaction(manager -> new Users(manager).create(user).id());
  }

  /** Lets a user in no longer. */
  void disable(UUID user) {
    entities.inTransaction(manager -> new Users(manager).setDisabled(user, true));
  }

  /** Raises the alerts of these numbers and gives their ids in order. */
  List<AlertId> raise(Tenant tenant, int from, int until) {
    return raise(
        IntStream.range(from, until)
            .mapToObj(n -> TestEvents.alert(tenant, n))
            .toArray(Alert[]::new));
  }

  /** Raises these alerts and gives their ids in order. */
  List<AlertId> raise(Alert... raised) {
    List<Alert> alerts = List.of(raised);
    PostgresDetectionStore detection = new PostgresDetectionStore(store.pool());
    JournalPosition position = detection.position("detect");
    ReaderStep step = new ReaderStep("detect", position, new JournalPosition(position.value() + 1));
    detection.commit(new DetectionCommit(step, alerts, List.of(), alerts.size()));
    return alerts.stream().map(Alert::id).toList();
  }
}
