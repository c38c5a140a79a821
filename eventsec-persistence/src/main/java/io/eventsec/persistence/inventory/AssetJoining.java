package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Assets that people say are one, and what was one of its own once. */
final class AssetJoining {
  private static final int MOST = 100;

  private static final String LOCK =
      """
      select id from assets where tenant = :tenant and id in (:survivor, :other)
      order by id for update""";

  private static final String SURVIVOR =
      "select survivor_id from asset_merges where tenant = :tenant and merged_id = :id";

  private static final String MERGES =
      """
      select merged_id, hostname, rule from asset_merges
      where tenant = :tenant and survivor_id = :id
      order by merged_at desc, merged_id limit\s"""
          + MOST;

  private final EntityManager entities;
  private final Tenant tenant;

  AssetJoining(EntityManager entities, Tenant tenant) {
    this.entities = entities;
    this.tenant = tenant;
  }

  Optional<AssetMerge> join(UUID survivor, UUID other, UUID person) {
    if (survivor.equals(other)) {
      throw new IllegalArgumentException("Asset " + other + " is this asset: name another one");
    }
    int found =
        entities
            .createNativeQuery(LOCK, UUID.class)
            .setParameter("tenant", tenant.id())
            .setParameter("survivor", survivor)
            .setParameter("other", other)
            .getResultList()
            .size();
    if (found < 2) {
      return Optional.empty();
    }
    AssetMerging merging = new AssetMerging(entities, tenant);
    return Optional.of(merging.merge(survivor, other, AssetMerge.Rule.PERSON, Optional.of(person)));
  }

  Optional<UUID> survivor(UUID id) {
    @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
    List<UUID> found = bind(entities.createNativeQuery(SURVIVOR, UUID.class), id).getResultList();
    return found.stream().findFirst();
  }

  List<AssetMerge> merges(UUID survivor) {
    @SuppressWarnings("unchecked") // as above
    List<Tuple> found =
        bind(entities.createNativeQuery(MERGES, Tuple.class), survivor).getResultList();
    return found.stream()
        .map(
            row ->
                new AssetMerge(
                    row.get(0, UUID.class),
                    survivor,
                    row.get(1, String.class),
                    AssetMerge.Rule.valueOf(row.get(2, String.class))))
        .toList();
  }

  private Query bind(Query query, UUID id) {
    return query.setParameter("tenant", tenant.id()).setParameter("id", id);
  }
}
