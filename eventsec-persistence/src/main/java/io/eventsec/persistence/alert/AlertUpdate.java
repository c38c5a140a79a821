package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.entity.AlertEntity;
import io.eventsec.persistence.entity.AlertHistoryEntity;
import io.eventsec.persistence.internal.AlertChangeLock;
import io.eventsec.persistence.internal.Now;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One change of an alert by a user: only if nobody was faster, with a number of its own, and noted
 * in the history.
 */
final class AlertUpdate {
  private final EntityManager entities;
  private final Tenant tenant;
  private final AlertId alert;
  private final int expectedRevision;
  private final Instant now = Now.micros();

  AlertUpdate(EntityManager entities, Tenant tenant, AlertId alert, int expectedRevision) {
    this.entities = entities;
    this.tenant = tenant;
    this.alert = alert;
    this.expectedRevision = expectedRevision;
  }

  /**
   * Makes the change.
   *
   * @param setting further assignments of the update, constants with parameters
   * @param values of those parameters; {@link #now()} is there as {@code :now}
   * @param note what the history says, given where the alert stood
   */
  StatusChangeResult run(
      String setting, Map<String, Value> values, Function<AlertStatus, AlertHistoryEntity> note) {
    Optional<Standing> before = standing();
    if (before.isEmpty()) {
      return new StatusChangeResult.Missing();
    }
    if (before.get().revision() != expectedRevision) {
      return new StatusChangeResult.Stale(before.get().revision());
    }
    if (!update(setting, values)) {
      return standing()
          .<StatusChangeResult>map(standing -> new StatusChangeResult.Stale(standing.revision()))
          .orElseGet(StatusChangeResult.Missing::new);
    }
    entities.persist(note.apply(before.get().status()));
    entities.flush();
    return new AlertLookup(entities)
        .find(tenant, alert)
        .<StatusChangeResult>map(StatusChangeResult.Changed::new)
        .orElseGet(StatusChangeResult.Missing::new);
  }

  Instant now() {
    return now;
  }

  /** The alert, to refer to. */
  AlertEntity reference() {
    return entities.getReference(AlertEntity.class, alert.value());
  }

  private Optional<Standing> standing() {
    return entities
        .createQuery(
            """
            select a.revision, a.status from AlertEntity a
            where a.tenant = :tenant and a.id = :id""",
            Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("id", alert.value())
        .getResultStream()
        .findFirst()
        .map(row -> new Standing(row.get(0, Integer.class), row.get(1, AlertStatus.class)));
  }

  /** False if somebody was faster. */
  private boolean update(String setting, Map<String, Value> values) {
    Query update =
        entities
            .createQuery(
                "update AlertEntity a set a.revision = a.revision + 1, a.changeSeq = :seq, "
                    + setting
                    + " where a.tenant = :tenant and a.id = :id and a.revision = :revision")
            .setParameter("seq", nextNumber())
            .setParameter("tenant", tenant.id())
            .setParameter("id", alert.value())
            .setParameter("revision", expectedRevision);
    values.forEach((name, value) -> update.setParameter(name, value.orNull()));
    return update.executeUpdate() == 1;
  }

  private Long nextNumber() {
    // The lock first, in a statement of its own: held to the end of the caller's transaction.
    entities.createNativeQuery(AlertChangeLock.QUERY, String.class).getSingleResult();
    Object number =
        entities.createNativeQuery("select nextval('alert_changes')", Long.class).getSingleResult();
    return (Long) number;
  }

  /** A parameter that can be null, which a map cannot hold. */
  record Value(@Nullable Object orNull) {}

  private record Standing(int revision, AlertStatus status) {}
}
