package io.eventsec.persistence.incident;

import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.entity.IncidentHistoryEntity;
import io.eventsec.persistence.entity.UserEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Items of one incident as rows, with their lines in its history: one statement for all. */
final class ItemRows {
  private static final String ADD =
      """
      with added as (
        insert into incident_items
          (tenant, incident_id, alert_id, asset_id, event_id, added_by, added_at)
        select :tenant, :incident, case kind when 'ALERT' then key end,
          case kind when 'ASSET' then cast(key as uuid) end,
          case kind when 'EVENT' then key end, :user, :now
        from unnest(cast(:kinds as text[]), cast(:keys as text[])) as given (kind, key)
        order by kind, key
        on conflict do nothing
        returning id, alert_id, asset_id, event_id)
      insert into incident_history
        (tenant, incident_id, change, item_kind, item_key, comment, changed_by, changed_at)
      select :tenant, :incident, 'ITEM_ADDED',
        case when alert_id is not null then 'ALERT' when asset_id is not null then 'ASSET'
          else 'EVENT' end,
        coalesce(alert_id, cast(asset_id as text), event_id), nullif(:comment, ''), :user, :now
      from added order by id""";

  private final EntityManager entities;
  private final Tenant tenant;
  private final UUID incident;

  ItemRows(EntityManager entities, Tenant tenant, UUID incident) {
    this.entities = entities;
    this.tenant = tenant;
    this.incident = incident;
  }

  /**
   * Looks whether the tenant has them all.
   *
   * @throws IllegalArgumentException if not, with those it has not
   */
  void check(Collection<IncidentItemRef> items) {
    Set<String> unknown = new TreeSet<>();
    List<String> alerts = keys(items, IncidentItemKind.ALERT);
    List<String> assets = keys(items, IncidentItemKind.ASSET);
    unknown.addAll(alerts);
    unknown.addAll(assets);
    if (!alerts.isEmpty()) {
      unknown.removeAll(
          known(
              "select a.id from AlertEntity a where a.tenant = :tenant and a.id in :ids", alerts));
    }
    if (!assets.isEmpty()) {
      List<UUID> ids = assets.stream().map(UUID::fromString).toList();
      unknown.removeAll(
          known("select a.id from AssetEntity a where a.tenant = :tenant and a.id in :ids", ids));
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Tenant '" + tenant + "' has no alert or asset of these ids: " + unknown);
    }
  }

  /** How many things are part of the incident. */
  long count() {
    return entities
        .createQuery(
            """
            select count(t.id) from IncidentItemEntity t
            where t.tenant = :tenant and t.incident.id = :incident""",
            Long.class)
        .setParameter("tenant", tenant.id())
        .setParameter("incident", incident)
        .getSingleResult();
  }

  /** Adds those that are not part of it yet, and notes each. */
  void add(Collection<IncidentItemRef> items, UserEntity user, IncidentHistoryEntity.Note note) {
    List<IncidentItemRef> given = List.copyOf(items);
    entities
        .createNativeQuery(ADD)
        .setParameter("tenant", tenant.id())
        .setParameter("incident", incident)
        .setParameter(
            "kinds", given.stream().map(item -> item.kind().name()).toArray(String[]::new))
        .setParameter("keys", given.stream().map(IncidentItemRef::key).toArray(String[]::new))
        .setParameter("comment", Objects.requireNonNullElse(note.comment(), ""))
        .setParameter("user", user.id())
        .setParameter("now", note.at())
        .executeUpdate();
  }

  /** The item of that id. */
  Optional<IncidentItemRef> find(long itemId) {
    return entities
        .createQuery(
            """
            select t.alert.id, t.asset.id, t.eventId from IncidentItemEntity t
            where t.tenant = :tenant and t.incident.id = :incident and t.id = :item""",
            Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("incident", incident)
        .setParameter("item", itemId)
        .getResultStream()
        .findFirst()
        .map(ItemRows::ref);
  }

  /** Takes the item of that id out. */
  void remove(long itemId) {
    entities
        .createQuery(
            """
            delete from IncidentItemEntity t
            where t.tenant = :tenant and t.incident.id = :incident and t.id = :item""")
        .setParameter("tenant", tenant.id())
        .setParameter("incident", incident)
        .setParameter("item", itemId)
        .executeUpdate();
  }

  private List<String> known(String query, List<?> ids) {
    return entities
        .createQuery(query, Object.class)
        .setParameter("tenant", tenant.id())
        .setParameter("ids", ids)
        .getResultStream()
        .map(String::valueOf)
        .toList();
  }

  private static List<String> keys(Collection<IncidentItemRef> items, IncidentItemKind kind) {
    return items.stream().filter(item -> item.kind() == kind).map(IncidentItemRef::key).toList();
  }

  private static IncidentItemRef ref(Tuple row) {
    if (row.get(0) != null) {
      return new IncidentItemRef(IncidentItemKind.ALERT, row.get(0, String.class));
    }
    if (row.get(1) != null) {
      return IncidentItemRef.asset(row.get(1, UUID.class));
    }
    return new IncidentItemRef(IncidentItemKind.EVENT, row.get(2, String.class));
  }
}
