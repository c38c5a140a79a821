package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds or makes the row of an asset, and holds it for the transaction. */
final class AssetRows {
  private static final String LOCK =
      """
      select cast(pg_advisory_xact_lock(hashtextextended(key, 4711)) as text)
      from (select unnest(cast(:keys as text[])) as key order by 1) as ordered""";

  private static final String ROW =
      """
      select id, last_snapshot_at, agent_id is not null, cloud_id is not null from assets
      where tenant = :tenant and""";

  /** One that was merged leads to the asset that it is part of. */
  private static final String BY_KEY =
      ROW
          + """
           id in (
            select id from assets where tenant = :tenant and %1$s = :key
            union all
            select survivor_id from asset_merges where tenant = :tenant and %1$s = :key)
          order by %1$s = :key desc nulls last, last_seen_at desc, id limit 1 for update""";

  private static final String BY_AGENT = BY_KEY.formatted("agent_id");
  private static final String BY_CLOUD = BY_KEY.formatted("cloud_id");

  private static final String BY_HOSTNAME =
      ROW
          + """
           hostname = :hostname and (agent_id is null or not :adopt)
            and (cloud_id is null or :cloud in ('', cloud_id))
          order by agent_id nulls first, cloud_id nulls first, id limit 2 for update""";

  private static final String SAME_MACHINE =
      ROW
          + """
           hostname = :hostname and id <> :asset and agent_id is null and cloud_id is null
            and id in (select asset_id from asset_addresses where tenant = :tenant
              and address in
                (select host(cast(given as inet)) from unnest(cast(:addresses as text[])) as given
                  where not cast(given as inet) <<= any (cast(:shared as inet[]))))
          limit 1 for update""";

  /** Addresses that many machines have: of themselves, of their links, of no one. */
  private static final String[] SHARED = {
    "127.0.0.0/8", "169.254.0.0/16", "0.0.0.0/32", "172.17.0.0/16", "::1/128", "::/128", "fe80::/10"
  };

  private static final String INSERT =
      """
      insert into assets (id, tenant, agent_id, cloud_id, hostname, first_seen_at, last_seen_at)
      values (:id, :tenant, nullif(:agent, ''), nullif(:cloud, ''), :hostname, :at, :at)""";

  private final EntityManager entities;
  private final Tenant tenant;
  private final AssetIdentity identity;

  AssetRows(EntityManager entities, Tenant tenant, AssetIdentity identity) {
    this.entities = entities;
    this.tenant = tenant;
    this.identity = identity;
  }

  /**
   * The asset. Others that the identity shows to be the same machine become part of it.
   *
   * @param at when it is seen, should it be new
   * @throws IllegalArgumentException if several assets have that name and neither agent nor cloud
   *     say which
   */
  Found findOrCreate(Instant at) {
    lock();
    Optional<Found> byAgent = identity.agentId().flatMap(id -> byKey(BY_AGENT, id));
    Optional<Found> byCloud = identity.cloudId().flatMap(id -> byKey(BY_CLOUD, id));
    Found asset = byAgent.or(() -> byCloud).or(this::byHostname).orElseGet(() -> create(at));
    // Another agent's asset is left alone: an image may have been copied with its agent.
    Optional<Found> sameCloud =
        byCloud.filter(other -> !other.id().equals(asset.id()) && !other.hasAgent());
    return merged(merged(asset, sameCloud, AssetMerge.Rule.CLOUD_ID), sameMachine(asset));
  }

  private Found merged(Found asset, Optional<Found> other) {
    return merged(asset, other, AssetMerge.Rule.NAME_AND_ADDRESS);
  }

  private Found merged(Found asset, Optional<Found> other, AssetMerge.Rule rule) {
    return other
        .map(
            one ->
                asset.with(
                    new AssetMerging(entities, tenant)
                        .merge(asset.id(), one.id(), rule, Optional.empty()),
                    one))
        .orElse(asset);
  }

  /** Whoever reports the same agent, cloud or name waits, so that one asset does not become two. */
  private void lock() {
    List<String> keys = new ArrayList<>();
    keys.add("asset name " + tenant + ' ' + identity.hostname());
    identity.agentId().ifPresent(id -> keys.add("asset agent " + tenant + ' ' + id));
    identity.cloudId().ifPresent(id -> keys.add("asset cloud " + tenant + ' ' + id));
    entities
        .createNativeQuery(LOCK, String.class)
        .setParameter("keys", keys.toArray(String[]::new))
        .getResultList();
  }

  private Optional<Found> byKey(String select, String key) {
    return rows(
            entities
                .createNativeQuery(select, Tuple.class)
                .setParameter("tenant", tenant.id())
                .setParameter("key", key))
        .stream()
        .findFirst();
  }

  /**
   * The asset of that name without agent and cloud. If there is none, and no agent is named either,
   * the only one of that name.
   */
  private Optional<Found> byHostname() {
    List<Found> found =
        rows(
            entities
                .createNativeQuery(BY_HOSTNAME, Tuple.class)
                .setParameter("tenant", tenant.id())
                .setParameter("hostname", identity.hostname())
                .setParameter("cloud", identity.cloudId().orElse(""))
                .setParameter("adopt", identity.agentId().isPresent()));
    if (found.size() > 1 && found.get(0).isNamed()) {
      if (identity.agentId().isPresent() || identity.cloudId().isPresent()) {
        return Optional.empty();
      }
      throw new IllegalArgumentException(
          "Several assets are called '"
              + identity.hostname()
              + "'; say which by the agent's id or the cloud's");
    }
    return found.stream().findFirst();
  }

  /** One that only its name tells, which has the name and an address of this one. */
  private Optional<Found> sameMachine(Found asset) {
    if (asset.created() || identity.agentId().isEmpty() && identity.cloudId().isEmpty()) {
      return Optional.empty();
    }
    return rows(
            entities
                .createNativeQuery(SAME_MACHINE, Tuple.class)
                .setParameter("tenant", tenant.id())
                .setParameter("hostname", identity.hostname())
                .setParameter("asset", asset.id())
                .setParameter("addresses", identity.addresses().toArray(String[]::new))
                .setParameter("shared", SHARED))
        .stream()
        .findFirst();
  }

  private Found create(Instant at) {
    UUID id = UUID.randomUUID();
    entities
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("tenant", tenant.id())
        .setParameter("agent", identity.agentId().orElse(""))
        .setParameter("cloud", identity.cloudId().orElse(""))
        .setParameter("hostname", identity.hostname())
        .setParameter("at", at)
        .executeUpdate();
    return new Found(
        id,
        Optional.empty(),
        identity.agentId().isPresent(),
        identity.cloudId().isPresent(),
        true,
        List.of());
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
                    row.get(2, Boolean.class),
                    row.get(3, Boolean.class),
                    false,
                    List.of()))
        .toList();
  }

  /**
   * The asset's row.
   *
   * @param id its key
   * @param lastSnapshotAt the time of the snapshot in force
   * @param hasAgent true if it has one
   * @param hasCloud true if it has a cloud's id
   * @param created true if it was made just now
   * @param merges what has become part of it just now
   */
  record Found(
      UUID id,
      Optional<Instant> lastSnapshotAt,
      boolean hasAgent,
      boolean hasCloud,
      boolean created,
      List<AssetMerge> merges) {
    boolean isNamed() {
      return hasAgent || hasCloud;
    }

    /** The asset with another that has become part of it. */
    Found with(AssetMerge merge, Found other) {
      List<AssetMerge> all = new ArrayList<>(merges);
      all.add(merge);
      Optional<Instant> newest =
          Stream.of(lastSnapshotAt, other.lastSnapshotAt())
              .flatMap(Optional::stream)
              .max(Comparator.naturalOrder());
      return new Found(
          id, newest, hasAgent || other.hasAgent(), hasCloud || other.hasCloud(), created, all);
    }
  }
}
