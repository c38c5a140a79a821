package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds or makes the row of an asset, and holds it for the transaction. */
final class AssetRows {
  private static final String LOCK =
      """
      select cast(pg_advisory_xact_lock(hashtextextended(key, 4711)) as text)
      from (select unnest(cast(:keys as text[])) as key order by 1) as ordered""";

  private static final String BY_AGENT =
      """
      select id, last_snapshot_at, agent_id from assets
      where tenant = :tenant and agent_id = :agent for update""";

  private static final String BY_HOSTNAME =
      """
      select id, last_snapshot_at, agent_id from assets
      where tenant = :tenant and hostname = :hostname and (agent_id is null or not :adopt)
      order by agent_id nulls first limit 2 for update""";

  private static final String INSERT =
      """
      insert into assets (id, tenant, agent_id, hostname, first_seen_at, last_seen_at)
      values (:id, :tenant, nullif(:agent, ''), :hostname, :at, :at)""";

  private final EntityManager entities;
  private final Tenant tenant;
  private final AssetIdentity identity;

  AssetRows(EntityManager entities, Tenant tenant, AssetIdentity identity) {
    this.entities = entities;
    this.tenant = tenant;
    this.identity = identity;
  }

  /**
   * The asset.
   *
   * @param at when it is seen, should it be new
   * @throws IllegalArgumentException if several assets have that name and no agent says which
   */
  Found findOrCreate(Instant at) {
    lock();
    Optional<Found> byAgent = identity.agentId().flatMap(this::byAgent);
    return byAgent.or(this::byHostname).orElseGet(() -> create(at));
  }

  /** Whoever reports the same agent or name waits, so that one asset does not become two. */
  private void lock() {
    List<String> keys = new ArrayList<>();
    keys.add("asset name " + tenant + ' ' + identity.hostname());
    identity.agentId().ifPresent(id -> keys.add("asset agent " + tenant + ' ' + id));
    entities
        .createNativeQuery(LOCK, String.class)
        .setParameter("keys", keys.toArray(String[]::new))
        .getResultList();
  }

  private Optional<Found> byAgent(String agentId) {
    return rows(
            entities
                .createNativeQuery(BY_AGENT, Tuple.class)
                .setParameter("tenant", tenant.id())
                .setParameter("agent", agentId))
        .stream()
        .findFirst();
  }

  /**
   * The asset of that name without an agent. If there is none, and no agent is named either, the
   * only one of that name.
   */
  private Optional<Found> byHostname() {
    List<Found> found =
        rows(
            entities
                .createNativeQuery(BY_HOSTNAME, Tuple.class)
                .setParameter("tenant", tenant.id())
                .setParameter("hostname", identity.hostname())
                .setParameter("adopt", identity.agentId().isPresent()));
    if (found.size() > 1 && found.get(0).hasAgent()) {
      throw new IllegalArgumentException(
          "Several assets are called '" + identity.hostname() + "'; say which by the agent's id");
    }
    return found.stream().findFirst();
  }

  private Found create(Instant at) {
    UUID id = UUID.randomUUID();
    entities
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("tenant", tenant.id())
        .setParameter("agent", identity.agentId().orElse(""))
        .setParameter("hostname", identity.hostname())
        .setParameter("at", at)
        .executeUpdate();
    return new Found(id, Optional.empty(), identity.agentId().isPresent(), true);
  }

  @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
  private static List<Found> rows(Query query) {
    List<Tuple> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new Found(
                    row.get(0, UUID.class),
                    Optional.ofNullable(row.get(1, Instant.class)),
                    row.get(2) != null,
                    false))
        .toList();
  }

  /**
   * The asset's row.
   *
   * @param id its key
   * @param lastSnapshotAt the time of the snapshot in force
   * @param hasAgent true if it has one
   * @param created true if it was made just now
   */
  record Found(UUID id, Optional<Instant> lastSnapshotAt, boolean hasAgent, boolean created) {}
}
