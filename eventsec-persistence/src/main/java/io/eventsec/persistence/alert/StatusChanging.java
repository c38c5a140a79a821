package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertChangeKind;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.persistence.entity.AlertHistoryEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.StorableText;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import java.util.Map;

/** One change of an alert's status. */
final class StatusChanging {
  private final EntityManager entities;
  private final StatusChange change;
  private final AlertUpdate update;

  StatusChanging(EntityManager entities, StatusChange change) {
    this.entities = entities;
    this.change = change;
    this.update =
        new AlertUpdate(entities, change.tenant(), change.alert(), change.expectedRevision());
  }

  StatusChangeResult run() {
    UserEntity user = TenantUsers.require(entities, change.tenant(), change.userId());
    boolean closes = change.status() == AlertStatus.CLOSED;
    return update.run(
        """
        a.status = :status, a.statusChangedBy = :user, a.statusChangedAt = :now,
        a.closedBy = :closedBy, a.closedAt = :closedAt""",
        Map.of(
            "status", new AlertUpdate.Value(change.status()),
            "user", new AlertUpdate.Value(user),
            "now", new AlertUpdate.Value(update.now()),
            "closedBy", new AlertUpdate.Value(closes ? user : null),
            "closedAt", new AlertUpdate.Value(closes ? update.now() : null)),
        from -> note(user, from));
  }

  private AlertHistoryEntity note(UserEntity user, AlertStatus from) {
    AlertHistoryEntity.Move move =
        new AlertHistoryEntity.Move(
            from,
            change.status(),
            null,
            change.comment().map(StorableText::of).orElse(null),
            update.now());
    return new AlertHistoryEntity(update.reference(), AlertChangeKind.STATUS, user, move);
  }
}
