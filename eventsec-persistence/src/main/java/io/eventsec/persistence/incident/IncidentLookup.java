package io.eventsec.persistence.incident;

import io.eventsec.core.alert.IncidentChangeKind;
import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks one incident up: a statement for it, one for its items, one for its history. */
final class IncidentLookup {
  private static final int MOST_HISTORY = 1000;

  private static final String INCIDENT =
      "select "
          + IncidentRow.COLUMNS
          + ", i.description as description"
          + IncidentRow.FROM
          + " where i.tenant = :tenant and i.id = :id";

  private static final String ITEMS =
      """
      select t.id as id, al.id as alertId, al.title as title, st.id as assetId,
        st.hostname as hostname, t.eventId as eventId, t.addedAt as addedAt, """
          + ' '
          + UserColumns.of("u", "adder")
          + """
       from IncidentItemEntity t join t.addedBy u left join t.alert al left join t.asset st
      where t.tenant = :tenant and t.incident.id = :id order by t.id""";

  private static final String HISTORY =
      """
      select h.change as change, h.fromStatus as fromStatus, h.toStatus as toStatus,
        h.fromTitle as fromTitle, h.toTitle as toTitle,
        h.itemKind as itemKind, h.itemKey as itemKey, h.comment as comment, h.changedAt as at, """
          + ' '
          + UserColumns.of("u", "changer")
          + ", "
          + UserColumns.of("s", "subject")
          + """
       from IncidentHistoryEntity h join h.changedBy u left join h.subject s
      where h.tenant = :tenant and h.incident.id = :id order by h.id desc""";

  private final EntityManager entities;
  private final Tenant tenant;
  private final UUID id;

  IncidentLookup(EntityManager entities, Tenant tenant, UUID id) {
    this.entities = entities;
    this.tenant = tenant;
    this.id = id;
  }

  Optional<IncidentDetail> find() {
    return rows(INCIDENT).getResultStream().findFirst().map(this::detail);
  }

  private IncidentDetail detail(Tuple row) {
    return new IncidentDetail(
        IncidentRow.of(row),
        row.get("description", String.class),
        rows(ITEMS).getResultStream().map(IncidentLookup::item).toList(),
        history());
  }

  private List<IncidentHistoryEntry> history() {
    List<IncidentHistoryEntry> newestFirst =
        rows(HISTORY)
            .setMaxResults(MOST_HISTORY)
            .getResultStream()
            .map(IncidentLookup::entry)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private TypedQuery<Tuple> rows(String query) {
    return entities
        .createQuery(query, Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("id", id);
  }

  private static IncidentItem item(Tuple row) {
    IncidentItemRef ref;
    String label;
    if (row.get("alertId") != null) {
      ref = new IncidentItemRef(IncidentItemKind.ALERT, row.get("alertId", String.class));
      label = row.get("title", String.class);
    } else if (row.get("assetId") != null) {
      ref = IncidentItemRef.asset(row.get("assetId", UUID.class));
      label = row.get("hostname", String.class);
    } else {
      ref = new IncidentItemRef(IncidentItemKind.EVENT, row.get("eventId", String.class));
      label = ref.key();
    }
    return new IncidentItem(
        row.get("id", Long.class),
        ref,
        label,
        UserColumns.require(row, "adder"),
        row.get("addedAt", Instant.class));
  }

  private static IncidentHistoryEntry entry(Tuple row) {
    return new IncidentHistoryEntry(
        row.get("change", IncidentChangeKind.class),
        Optional.ofNullable(row.get("fromStatus", IncidentStatus.class)),
        Optional.ofNullable(row.get("toStatus", IncidentStatus.class)),
        Optional.ofNullable(row.get("fromTitle", String.class))
            .map(
                from ->
                    new IncidentHistoryEntry.TitleChange(from, row.get("toTitle", String.class))),
        UserColumns.read(row, "subject"),
        Optional.ofNullable(row.get("itemKind", IncidentItemKind.class))
            .map(kind -> new IncidentItemRef(kind, row.get("itemKey", String.class))),
        Optional.ofNullable(row.get("comment", String.class)),
        UserColumns.require(row, "changer"),
        row.get("at", Instant.class));
  }
}
