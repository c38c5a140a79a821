package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.identity.TeamRef;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Assets as lists and look-ups select them: a statement for them, one for all their addresses. */
final class AssetListing {
  private static final String SELECT =
      """
      select a.id as id, a.tenant as tenant, a.agentId as agentId, a.cloudId as cloudId,
        a.hostname as hostname,
        a.criticality as criticality, a.tags as tags,
        a.description as description, t.id as teamId, t.name as teamName,
        a.firstSeenAt as firstSeenAt, a.lastSeenAt as lastSeenAt,
        a.lastSnapshotAt as lastSnapshotAt, a.componentCount as components,
        a.described as described, a.revision as revision
      from AssetEntity a left join a.ownerTeam t""";

  private static final String ADDRESSES =
      """
      select d.asset.id, d.address from AssetAddressEntity d
      where d.tenant = :tenant and d.asset.id in :assets""";

  private final EntityManager entities;
  private final Tenant tenant;

  AssetListing(EntityManager entities, Tenant tenant) {
    this.entities = entities;
    this.tenant = tenant;
  }

  Optional<AssetRecord> find(UUID id) {
    Listing listing = new Listing(SELECT, "a.tenant", tenant);
    listing.and("a.id = :id", "id", id);
    return run(listing, 1).stream().findFirst();
  }

  List<AssetRecord> page(AssetQuery query, int rows) {
    Listing listing = new Listing(SELECT, "a.tenant", tenant);
    if (!query.criticalities().isEmpty()) {
      listing.and("a.criticality in :criticalities", "criticalities", query.criticalities());
    }
    query
        .hostnamePrefix()
        .ifPresent(
            text ->
                listing.and(
                    "a.hostname like :prefix escape '!'", "prefix", Listing.beginningWith(text)));
    query.address().ifPresent(address -> withAddress(listing, address));
    query.cursor().ifPresent(cursor -> after(listing, cursor));
    return run(listing, rows);
  }

  static String cursorAfter(AssetRecord last) {
    return CursorText.of(last.identity().hostname(), last.id());
  }

  private List<AssetRecord> run(Listing listing, int rows) {
    List<Tuple> found = listing.run(entities, "a.hostname, a.id", rows, row -> row);
    Map<UUID, Set<String>> addresses =
        addresses(found.stream().map(row -> row.get("id", UUID.class)).toList());
    return found.stream().map(row -> asset(row, addresses)).toList();
  }

  private void withAddress(Listing listing, String address) {
    listing.and(
        """
        a.id in (select d.asset.id from AssetAddressEntity d
          where d.tenant = :tenant and d.address = :address)""",
        "address",
        canonical(address));
  }

  private String canonical(String address) {
    return (String)
        entities
            .createNativeQuery("select host(cast(:address as inet))", String.class)
            .setParameter("address", address)
            .getSingleResult();
  }

  private static void after(Listing listing, String cursor) {
    Place place =
        CursorText.read(cursor, 2, parts -> new Place(parts.get(0), UUID.fromString(parts.get(1))));
    listing.and("(a.hostname, a.id) > (:hostname, :id)", "hostname", place.hostname());
    listing.set("id", place.id());
  }

  private Map<UUID, Set<String>> addresses(List<UUID> assets) {
    if (assets.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(ADDRESSES, Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("assets", assets)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0, UUID.class),
                Collectors.mapping(row -> row.get(1, String.class), Collectors.toSet())));
  }

  private static AssetRecord asset(Tuple row, Map<UUID, Set<String>> addresses) {
    UUID id = row.get("id", UUID.class);
    return new AssetRecord(
        id,
        new Tenant(row.get("tenant", String.class)),
        new AssetIdentity(
            Optional.ofNullable(row.get("agentId", String.class)),
            Optional.ofNullable(row.get("cloudId", String.class)),
            row.get("hostname", String.class),
            addresses.getOrDefault(id, Set.of())),
        row.get("criticality", Criticality.class),
        TagsColumn.read(row.get("tags", String.class)),
        row.get("description", String.class),
        Optional.ofNullable(row.get("teamId", UUID.class))
            .map(team -> new TeamRef(team, row.get("teamName", String.class))),
        row.get("firstSeenAt", Instant.class),
        row.get("lastSeenAt", Instant.class),
        Optional.ofNullable(row.get("lastSnapshotAt", Instant.class)),
        row.get("components", Integer.class),
        row.get("described", Boolean.class),
        row.get("revision", Integer.class));
  }

  private record Place(String hostname, UUID id) {}
}
