package io.eventsec.persistence.incident;

import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.IncidentChangeKind;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.persistence.entity.IncidentEntity;
import io.eventsec.persistence.entity.IncidentHistoryEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.StorableText;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One change of an incident: only if nobody was faster, and noted in its history. */
final class IncidentChanging {
  private static final int MOST_ITEMS = 1000;

  private final EntityManager entities;
  private final IncidentChange change;
  private final ItemRows items;
  private final IncidentHistoryEntity.Note note;

  IncidentChanging(EntityManager entities, IncidentChange change) {
    this.entities = entities;
    this.change = change;
    this.items = new ItemRows(entities, change.tenant(), change.incident());
    this.note =
        new IncidentHistoryEntity.Note(
            change.comment().map(StorableText::of).orElse(null), Now.micros());
  }

  IncidentChangeResult run() {
    UserEntity user = TenantUsers.require(entities, change.tenant(), change.userId());
    Optional<Standing> standing = standing();
    if (standing.isEmpty()) {
      return new IncidentChangeResult.Missing();
    }
    if (standing.get().revision() != change.expectedRevision()) {
      return new IncidentChangeResult.Stale(standing.get().revision());
    }
    return apply(user, standing.get());
  }

  private IncidentChangeResult apply(UserEntity user, Standing standing) {
    IncidentStep step = change.step();
    if (step instanceof IncidentStep.ToTitle to) {
      return toTitle(user, standing.title(), StorableText.of(to.title()));
    }
    if (step instanceof IncidentStep.ToStatus to) {
      return toStatus(user, standing.status(), to.status());
    }
    if (step instanceof IncidentStep.ToRole to) {
      return toRole(user, to);
    }
    if (step instanceof IncidentStep.AddItems add) {
      return add(user, add.items());
    }
    if (step instanceof IncidentStep.RemoveItem remove) {
      return remove(user, remove.itemId());
    }
    throw new IllegalStateException("A step that nobody knows: " + step);
  }

  private IncidentChangeResult toTitle(UserEntity user, String from, String to) {
    Query update = update(", i.title = :title").setParameter("title", to);
    return outcome(update, () -> persist(line(IncidentChangeKind.TITLE, user).withTitle(from, to)));
  }

  private IncidentChangeResult toStatus(UserEntity user, IncidentStatus from, IncidentStatus to) {
    if (!from.mayBecome(to)) {
      return new IncidentChangeResult.Refused(
          "An incident that is "
              + from
              + " cannot become "
              + to
              + "; it can become one of "
              + new TreeSet<>(from.next()));
    }
    boolean closes = to == IncidentStatus.CLOSED;
    Query update =
        update(", i.status = :status, i.closedBy = :closedBy, i.closedAt = :closedAt")
            .setParameter("status", to)
            .setParameter("closedBy", closes ? user : null)
            .setParameter("closedAt", closes ? note.at() : null);
    return outcome(
        update, () -> persist(line(IncidentChangeKind.STATUS, user).withStatus(from, to)));
  }

  private IncidentChangeResult toRole(UserEntity user, IncidentStep.ToRole to) {
    @Nullable UserEntity subject =
        to.subject()
            .map(id -> TenantUsers.requireActive(entities, change.tenant(), id))
            .orElse(null);
    boolean owner = to.role() == CaseRole.OWNER;
    Query update =
        update(owner ? ", i.owner = :subject" : ", i.assignee = :subject")
            .setParameter("subject", subject);
    IncidentChangeKind kind = owner ? IncidentChangeKind.OWNER : IncidentChangeKind.ASSIGNEE;
    return outcome(update, () -> persist(line(kind, user).withSubject(subject)));
  }

  private IncidentChangeResult add(UserEntity user, Set<IncidentItemRef> added) {
    items.check(added);
    long have = items.count();
    if (have + added.size() > MOST_ITEMS) {
      return new IncidentChangeResult.Refused(
          "The incident has "
              + have
              + " items and can have "
              + MOST_ITEMS
              + "; open another for these "
              + added.size());
    }
    return outcome(update(""), () -> items.add(added, user, note));
  }

  private IncidentChangeResult remove(UserEntity user, long itemId) {
    Optional<IncidentItemRef> item = items.find(itemId);
    if (item.isEmpty()) {
      return new IncidentChangeResult.Refused("The incident has no item " + itemId);
    }
    return outcome(
        update(""),
        () -> {
          items.remove(itemId);
          persist(
              line(IncidentChangeKind.ITEM_REMOVED, user)
                  .withItem(item.get().kind(), item.get().key()));
        });
  }

  private Query update(String setting) {
    return entities
        .createQuery(
            "update IncidentEntity i set i.revision = i.revision + 1, i.updatedAt = :now"
                + setting
                + " where i.tenant = :tenant and i.id = :id and i.revision = :revision")
        .setParameter("now", note.at())
        .setParameter("tenant", change.tenant().id())
        .setParameter("id", change.incident())
        .setParameter("revision", change.expectedRevision());
  }

  /** Updates, which holds the incident for this transaction, and then does the rest. */
  private IncidentChangeResult outcome(Query update, Runnable rest) {
    if (update.executeUpdate() == 0) {
      return standing()
          .<IncidentChangeResult>map(now -> new IncidentChangeResult.Stale(now.revision()))
          .orElseGet(IncidentChangeResult.Missing::new);
    }
    rest.run();
    return new IncidentLookup(entities, change.tenant(), change.incident())
        .find()
        .<IncidentChangeResult>map(IncidentChangeResult.Changed::new)
        .orElseGet(IncidentChangeResult.Missing::new);
  }

  private IncidentHistoryEntity line(IncidentChangeKind kind, UserEntity user) {
    IncidentEntity incident = entities.getReference(IncidentEntity.class, change.incident());
    return new IncidentHistoryEntity(incident, kind, user, note);
  }

  private void persist(IncidentHistoryEntity line) {
    entities.persist(line);
    entities.flush();
  }

  private Optional<Standing> standing() {
    return entities
        .createQuery(
            """
            select i.revision, i.status, i.title from IncidentEntity i
            where i.tenant = :tenant and i.id = :id""",
            Tuple.class)
        .setParameter("tenant", change.tenant().id())
        .setParameter("id", change.incident())
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Standing(
                    row.get(0, Integer.class),
                    row.get(1, IncidentStatus.class),
                    row.get(2, String.class)));
  }

  private record Standing(int revision, IncidentStatus status, String title) {}
}
