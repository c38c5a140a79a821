package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertStatus;
import io.eventsec.persistence.entity.AlertEntity;
import io.eventsec.persistence.entity.AlertHistoryEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.AlertChangeLock;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One change of an alert's status. */
final class StatusChanging {
  private final EntityManager entities;
  private final StatusChange change;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  StatusChanging(EntityManager entities, StatusChange change) {
    this.entities = entities;
    this.change = change;
  }

  StatusChangeResult run() {
    UserEntity user = user();
    Optional<Standing> before = standing();
    if (before.isEmpty()) {
      return new StatusChangeResult.Missing();
    }
    if (before.get().revision() != change.expectedRevision()) {
      return new StatusChangeResult.Stale(before.get().revision());
    }
    if (!update(user)) {
      return standing()
          .<StatusChangeResult>map(now -> new StatusChangeResult.Stale(now.revision()))
          .orElseGet(StatusChangeResult.Missing::new);
    }
    note(user, before.get().status());
    return new AlertLookup(entities)
        .find(change.tenant(), change.alert())
        .<StatusChangeResult>map(StatusChangeResult.Changed::new)
        .orElseGet(StatusChangeResult.Missing::new);
  }

  private UserEntity user() {
    UserEntity user = entities.find(UserEntity.class, change.userId());
    if (user == null || !user.tenant().equals(change.tenant().id())) {
      throw new IllegalArgumentException(
          "User " + change.userId() + " is none of tenant '" + change.tenant() + "'");
    }
    return user;
  }

  private Optional<Standing> standing() {
    return entities
        .createQuery(
            """
            select a.revision, a.status from AlertEntity a
            where a.tenant = :tenant and a.id = :id""",
            Tuple.class)
        .setParameter("tenant", change.tenant().id())
        .setParameter("id", change.alert().value())
        .getResultStream()
        .findFirst()
        .map(row -> new Standing(row.get(0, Integer.class), row.get(1, AlertStatus.class)));
  }

  /** False if somebody was faster. */
  private boolean update(UserEntity user) {
    return entities
            .createQuery(
                """
                update AlertEntity a set a.status = :status, a.revision = a.revision + 1,
                  a.changeSeq = :seq, a.statusChangedBy = :user, a.statusChangedAt = :now
                where a.tenant = :tenant and a.id = :id and a.revision = :revision""")
            .setParameter("status", change.status())
            .setParameter("seq", nextNumber())
            .setParameter("user", user)
            .setParameter("now", now)
            .setParameter("tenant", change.tenant().id())
            .setParameter("id", change.alert().value())
            .setParameter("revision", change.expectedRevision())
            .executeUpdate()
        == 1;
  }

  private Long nextNumber() {
    // The lock first, in a statement of its own: held to the end of the caller's transaction.
    entities.createNativeQuery(AlertChangeLock.QUERY, String.class).getSingleResult();
    Object number =
        entities.createNativeQuery("select nextval('alert_changes')", Long.class).getSingleResult();
    return (Long) number;
  }

  private void note(UserEntity user, AlertStatus from) {
    AlertHistoryEntity.Move move =
        new AlertHistoryEntity.Move(
            from, change.status(), change.comment().map(StorableText::of).orElse(null), now);
    AlertEntity alert = entities.getReference(AlertEntity.class, change.alert().value());
    entities.persist(new AlertHistoryEntity(alert, move, user));
    entities.flush();
  }

  private record Standing(int revision, AlertStatus status) {}
}
