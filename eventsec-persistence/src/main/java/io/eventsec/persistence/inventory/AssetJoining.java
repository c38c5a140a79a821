package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.UserTuples;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Assets that people say are one, and what was one of its own once. */
final class AssetJoining {
  private static final int MOST = 100;

  private static final String LOCK =
      """
      select id, revision from assets where tenant = :tenant and id in (:survivor, :other)
      order by id for update""";

  private static final String SURVIVOR =
      "select survivor_id from asset_merges where tenant = :tenant and merged_id = :id";

  private static final String MERGES =
      """
      select m.merged_id as merged, m.hostname as hostname, m.rule as rule, m.agent_id as agent,
        m.cloud_id as cloud, m.merged_at as at, u.id as "byId", u.username as "byName",
        u.display_name as "byDisplay"
      from asset_merges m left join users u on u.tenant = m.tenant and u.id = m.merged_by
      where m.tenant = :tenant and m.survivor_id = :id
      order by m.merged_at desc, m.merged_id limit\s"""
          + MOST;

  private static final String BELONGINGS =
      """
      select (select count(*) from asset_vulnerabilities
          where tenant = :tenant and asset_id = :id and status <> 'FIXED'),
        (select count(*) from incident_items where tenant = :tenant and asset_id = :id)""";

  private final EntityManager entities;
  private final Tenant tenant;

  AssetJoining(EntityManager entities, Tenant tenant) {
    this.entities = entities;
    this.tenant = tenant;
  }

  AssetMergeResult join(AssetMergeRequest request) {
    UUID survivor = request.survivor();
    UUID other = request.other();
    if (survivor.equals(other)) {
      throw sameAsset(other);
    }
    Map<UUID, Integer> revisions = hold(survivor, other);
    if (revisions.size() < 2) {
      return new AssetMergeResult.Missing();
    }
    int revision = revisions.getOrDefault(survivor, 0);
    if (revision != request.expectedRevision()) {
      return new AssetMergeResult.Stale(revision);
    }
    return new AssetMergeResult.Merged(
        new AssetMerging(entities, tenant)
            .merge(survivor, other, AssetMerge.Rule.PERSON, Optional.of(request.person())));
  }

  /** The revisions of those that there are; nobody else changes them until the end. */
  private Map<UUID, Integer> hold(UUID survivor, UUID other) {
    @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
    List<Tuple> rows =
        entities
            .createNativeQuery(LOCK, Tuple.class)
            .setParameter("tenant", tenant.id())
            .setParameter("survivor", survivor)
            .setParameter("other", other)
            .getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class)));
  }

  Optional<UUID> survivor(UUID id) {
    @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
    List<UUID> found = bind(entities.createNativeQuery(SURVIVOR, UUID.class), id).getResultList();
    return found.stream().findFirst();
  }

  List<AssetMergeRecord> merges(UUID survivor) {
    @SuppressWarnings("unchecked") // as above
    List<Tuple> found =
        bind(entities.createNativeQuery(MERGES, Tuple.class), survivor).getResultList();
    return found.stream().map(row -> merge(survivor, row)).toList();
  }

  private static AssetMergeRecord merge(UUID survivor, Tuple row) {
    return new AssetMergeRecord(
        new AssetMerge(
            row.get("merged", UUID.class),
            survivor,
            row.get("hostname", String.class),
            AssetMerge.Rule.valueOf(row.get("rule", String.class))),
        Optional.ofNullable(row.get("agent", String.class)),
        Optional.ofNullable(row.get("cloud", String.class)),
        UserTuples.user(row, "by"),
        row.get("at", Instant.class));
  }

  /** What would become of two assets; empty if the tenant does not have both. */
  Optional<AssetMergePreview> preview(UUID survivor, UUID other) {
    if (survivor.equals(other)) {
      throw sameAsset(other);
    }
    AssetListing listing = new AssetListing(entities, tenant);
    return listing
        .find(survivor)
        .flatMap(
            stays ->
                listing.find(other).map(goes -> AssetMergePreview.of(stays, goes, belongs(other))));
  }

  private AssetMergePreview.Belongings belongs(UUID other) {
    Tuple row =
        (Tuple) bind(entities.createNativeQuery(BELONGINGS, Tuple.class), other).getSingleResult();
    return new AssetMergePreview.Belongings(row.get(0, Long.class), row.get(1, Long.class));
  }

  private static IllegalArgumentException sameAsset(UUID other) {
    return new IllegalArgumentException("Asset " + other + " is this asset: name another one");
  }

  private Query bind(Query query, UUID id) {
    return query.setParameter("tenant", tenant.id()).setParameter("id", id);
  }
}
