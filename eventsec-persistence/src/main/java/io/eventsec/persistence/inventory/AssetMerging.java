package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes one asset of two. What was installed on the other, and found on it, belongs to the one that
 * stays; of what is installed now the newer snapshot has the last word. What people have said of a
 * finding outlives what nobody has looked at. The asset that stays is looked through again.
 */
final class AssetMerging {
  private static final String COMMON =
      """
      select s.id, o.id from software_components s
        join software_components o on o.tenant = s.tenant and o.component_key = s.component_key
      where s.tenant = :tenant and s.asset_id = :survivor and s.removed_at is null
        and o.asset_id = :other and o.removed_at is null""";

  private static final String PAIRS =
      " (select * from unnest(cast(:stays as bigint[]), cast(:goes as bigint[]))"
          + " as pair (stays, goes)) c ";

  /** What becomes of what both have installed, so that it is there once. */
  private static final List<String> OF_COMMON =
      List.of(
          "delete from asset_vulnerabilities mine using"
              + PAIRS
              + """
              , asset_vulnerabilities theirs
              where mine.tenant = :tenant and theirs.tenant = :tenant
                and mine.component_id = c.stays and theirs.component_id = c.goes
                and mine.vulnerability_id = theirs.vulnerability_id
                and mine.status in ('OPEN', 'FIXED') and theirs.status not in ('OPEN', 'FIXED')""",
          "update asset_vulnerabilities theirs set asset_id = :survivor, component_id = c.stays from"
              + PAIRS
              + """
              where theirs.tenant = :tenant and theirs.component_id = c.goes
                and not exists (select 1 from asset_vulnerabilities mine where mine.tenant = :tenant
                  and mine.component_id = c.stays
                  and mine.vulnerability_id = theirs.vulnerability_id)""",
          "update software_components s set first_seen_at = least(s.first_seen_at, o.first_seen_at),"
              + " last_seen_at = greatest(s.last_seen_at, o.last_seen_at) from"
              + PAIRS
              + """
              , software_components o
              where s.tenant = :tenant and s.id = c.stays and o.tenant = :tenant and o.id = c.goes""",
          """
          delete from software_components
          where tenant = :tenant and id = any (cast(:goes as bigint[]))""");

  /** Ends what only the older snapshot has, when the newer one was taken. */
  private static final String END_OLDER =
      """
      update software_components c
      set removed_at = greatest(newer.last_snapshot_at, c.last_seen_at + interval '1 microsecond')
      from assets newer, assets older
      where newer.tenant = :tenant and older.tenant = :tenant
        and newer.id in (:survivor, :other) and older.id in (:survivor, :other)
        and newer.id <> older.id and newer.last_snapshot_at is not null
        and (older.last_snapshot_at is null or older.last_snapshot_at < newer.last_snapshot_at
          or older.last_snapshot_at = newer.last_snapshot_at and older.id = :other)
        and c.tenant = :tenant and c.asset_id = older.id and c.removed_at is null
        and c.id <> all (cast(:stays as bigint[]))""";

  /** What belongs to the asset that stays from now on. */
  private static final List<String> MOVES =
      List.of(
          """
          update software_components set asset_id = :survivor
          where tenant = :tenant and asset_id = :other""",
          """
          insert into asset_addresses (tenant, asset_id, address)
          select tenant, :survivor, address from asset_addresses
          where tenant = :tenant and asset_id = :other
          on conflict on constraint asset_addresses_once do nothing""",
          """
          delete from incident_items theirs using incident_items mine
          where theirs.tenant = :tenant and mine.tenant = :tenant
            and theirs.incident_id = mine.incident_id
            and theirs.asset_id = :other and mine.asset_id = :survivor""",
          """
          update incident_items set asset_id = :survivor
          where tenant = :tenant and asset_id = :other""",
          """
          update finding_news theirs set asset_id = :survivor
          where theirs.tenant = :tenant and theirs.asset_id = :other
            and not exists (select 1 from finding_news mine where mine.tenant = :tenant
              and mine.asset_id = :survivor and mine.vulnerability_id = theirs.vulnerability_id
              and mine.label = theirs.label)""",
          """
          update asset_evaluations set asset_id = :survivor
          where tenant = :tenant and asset_id = :other and not exists (select 1
            from asset_evaluations where tenant = :tenant and asset_id = :survivor)""",
          // No library has that digest, so that it is looked through again.
          """
          update asset_evaluations set library_digest = repeat('0', 64)
          where tenant = :tenant and asset_id = :survivor""",
          """
          update asset_merges set survivor_id = :survivor
          where tenant = :tenant and survivor_id = :other""");

  private static final String NOTE =
      """
      insert into asset_merges (tenant, merged_id, survivor_id, rule, hostname, agent_id, cloud_id,
        merged_by, merged_at)
      select tenant, id, :survivor, :rule, hostname, agent_id, cloud_id,
        cast(nullif(:person, '') as uuid), now()
      from assets where tenant = :tenant and id = :other
      returning hostname""";

  /** An id can only be one asset's. */
  private static final String FREE =
      """
      update assets set agent_id = null, cloud_id = null, hostname = cast(:survivor as text)
      where tenant = :tenant and id = :other""";

  /** What people said of the other counts where nobody has said a thing of the one that stays. */
  private static final String TAKE_OVER =
      """
      update assets a set
        agent_id = coalesce(a.agent_id, m.agent_id), cloud_id = coalesce(a.cloud_id, m.cloud_id),
        criticality = case when a.described then a.criticality else o.criticality end,
        description = case when a.described then a.description else o.description end,
        tags = case when a.described then a.tags else o.tags end,
        owner_team_id = case when a.described then a.owner_team_id else o.owner_team_id end,
        described = a.described or o.described,
        revision = greatest(a.revision, o.revision) + 1,
        first_seen_at = least(a.first_seen_at, o.first_seen_at),
        last_seen_at = greatest(a.last_seen_at, o.last_seen_at),
        last_snapshot_at = greatest(a.last_snapshot_at, o.last_snapshot_at),
        component_count = (select count(*) from software_components c
          where c.tenant = :tenant and c.asset_id = :survivor and c.removed_at is null)
      from assets o, asset_merges m
      where a.tenant = :tenant and a.id = :survivor and o.tenant = :tenant and o.id = :other
        and m.tenant = :tenant and m.merged_id = :other""";

  private static final String END = "delete from assets where tenant = :tenant and id = :other";

  private final EntityManager entities;
  private final Tenant tenant;

  AssetMerging(EntityManager entities, Tenant tenant) {
    this.entities = entities;
    this.tenant = tenant;
  }

  /**
   * Makes the other a part of the survivor. Whoever calls holds the rows of both.
   *
   * @param person who says so; empty where a rule does
   */
  AssetMerge merge(UUID survivor, UUID other, AssetMerge.Rule rule, Optional<UUID> person) {
    common(survivor, other);
    MOVES.forEach(move -> run(move, survivor, other));
    String hostname = note(survivor, other, rule, person);
    run(FREE, survivor, other);
    run(TAKE_OVER, survivor, other);
    run(END, survivor, other);
    return new AssetMerge(other, survivor, hostname, rule);
  }

  private void common(UUID survivor, UUID other) {
    @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
    List<Tuple> pairs =
        bind(entities.createNativeQuery(COMMON, Tuple.class), COMMON, survivor, other)
            .getResultList();
    Long[] stays = column(pairs, 0);
    Long[] goes = column(pairs, 1);
    for (String statement : OF_COMMON) {
      arrays(statement, survivor, other, stays, goes);
    }
    arrays(END_OLDER, survivor, other, stays, goes);
  }

  private static Long[] column(List<Tuple> pairs, int column) {
    return pairs.stream().map(pair -> pair.get(column, Long.class)).toArray(Long[]::new);
  }

  private void arrays(String statement, UUID survivor, UUID other, Long[] stays, Long[] goes) {
    Query query = bind(entities.createNativeQuery(statement), statement, survivor, other);
    if (statement.contains(":stays")) {
      query.setParameter("stays", stays);
    }
    if (statement.contains(":goes")) {
      query.setParameter("goes", goes);
    }
    query.executeUpdate();
  }

  private String note(UUID survivor, UUID other, AssetMerge.Rule rule, Optional<UUID> person) {
    return (String)
        bind(entities.createNativeQuery(NOTE, String.class), NOTE, survivor, other)
            .setParameter("rule", rule.name())
            .setParameter("person", person.map(UUID::toString).orElse(""))
            .getSingleResult();
  }

  private void run(String statement, UUID survivor, UUID other) {
    bind(entities.createNativeQuery(statement), statement, survivor, other).executeUpdate();
  }

  private Query bind(Query query, String statement, UUID survivor, UUID other) {
    query.setParameter("tenant", tenant.id());
    if (statement.contains(":survivor")) {
      query.setParameter("survivor", survivor);
    }
    if (statement.contains(":other")) {
      query.setParameter("other", other);
    }
    return query;
  }
}
