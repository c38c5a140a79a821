package io.eventsec.persistence.inventory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Records one snapshot: as many statements, however many components it has. */
final class SnapshotRecording {
  private static final String PRESENT =
      """
      select c.id, c.componentKey, c.ecosystem, c.name, c.arch from SoftwareComponentEntity c
      where c.tenant = :tenant and c.asset.id = :asset and c.removedAt is null""";

  private static final String REMOVE =
      """
      update software_components set removed_at = :at
      where tenant = :tenant and asset_id = :asset and removed_at is null
        and id = any (cast(:rows as bigint[]))""";

  private static final String SEEN =
      """
      update SoftwareComponentEntity c set c.lastSeenAt = :at
      where c.tenant = :tenant and c.asset.id = :asset and c.removedAt is null""";

  private static final String INSTALL =
      """
      insert into software_components (tenant, asset_id, component_key, ecosystem, name, version,
        arch, distro, source_name, source_version, purl, cpe, names, first_seen_at, last_seen_at)
      select :tenant, :asset, decode(component_key, 'hex'), ecosystem, name, version, arch, distro,
        source_name, source_version, purl, cpe, cast(hashes as bigint[]), :at, :at
      from unnest(cast(:keys as text[]), cast(:ecosystems as text[]), cast(:names as text[]),
        cast(:versions as text[]), cast(:archs as text[]), cast(:distros as text[]),
        cast(:sourceNames as text[]), cast(:sourceVersions as text[]), cast(:purls as text[]),
        cast(:cpes as text[]), cast(:hashes as text[]))
        as given (component_key, ecosystem, name, version, arch, distro, source_name,
          source_version, purl, cpe, hashes)""";

  private static final String ASSET =
      """
      update assets set hostname = :hostname, agent_id = coalesce(nullif(:agent, ''), agent_id),
        cloud_id = case
          when :cloud = '' or exists (select 1 from assets other where other.tenant = :tenant
            and other.cloud_id = :cloud and other.id <> :asset) then cloud_id
          else :cloud end,
        first_seen_at = least(first_seen_at, :at), last_seen_at = greatest(last_seen_at, :at),
        last_snapshot_at = :at, component_count = :components
      where tenant = :tenant and id = :asset""";

  private static final String FORGET_ADDRESSES =
      """
      delete from asset_addresses where tenant = :tenant and asset_id = :asset
        and address not in
          (select host(cast(given as inet)) from unnest(cast(:addresses as text[])) as given)""";

  private static final String ADD_ADDRESSES =
      """
      insert into asset_addresses (tenant, asset_id, address)
      select distinct :tenant, :asset, host(cast(given as inet))
      from unnest(cast(:addresses as text[])) as given
      on conflict on constraint asset_addresses_once do nothing""";

  private final EntityManager entities;
  private final Snapshot snapshot;

  SnapshotRecording(EntityManager entities, Snapshot snapshot) {
    this.entities = entities;
    this.snapshot = snapshot;
  }

  SnapshotResult run() {
    AssetRows.Found asset =
        new AssetRows(entities, snapshot.tenant(), snapshot.asset())
            .findOrCreate(snapshot.takenAt());
    Optional<Instant> newer =
        asset.lastSnapshotAt().filter(inForce -> !snapshot.takenAt().isAfter(inForce));
    if (newer.isPresent()) {
      return new SnapshotResult.Outdated(asset.id(), newer.get(), asset.merges());
    }
    SnapshotDifference difference =
        new SnapshotDifference(
            snapshot.components(), asset.created() ? List.of() : present(asset.id()));
    if (!difference.removedRows().isEmpty()) {
      remove(asset.id(), difference.removedRows());
    }
    if (difference.unchanged() > 0) {
      bind(entities.createQuery(SEEN), asset.id()).executeUpdate();
    }
    if (!difference.installed().isEmpty()) {
      install(asset.id(), difference.installed());
    }
    asset(asset.id(), difference.total());
    if (!asset.created() || !snapshot.asset().addresses().isEmpty()) {
      addresses(asset.id());
    }
    return difference.result(asset);
  }

  private List<SnapshotDifference.Present> present(UUID asset) {
    return entities
        .createQuery(PRESENT, Tuple.class)
        .setParameter("tenant", snapshot.tenant().id())
        .setParameter("asset", asset)
        .getResultStream()
        .map(SnapshotRecording::present)
        .toList();
  }

  private static SnapshotDifference.Present present(Tuple row) {
    return new SnapshotDifference.Present(
        row.get(0, Long.class),
        HexFormat.of().formatHex(row.get(1, byte[].class)),
        new SnapshotDifference.Line(
            row.get(2, String.class), row.get(3, String.class), row.get(4, String.class)));
  }

  private void remove(UUID asset, List<Long> rows) {
    bind(entities.createNativeQuery(REMOVE), asset)
        .setParameter("rows", rows.toArray(Long[]::new))
        .executeUpdate();
  }

  private void install(UUID asset, Map<String, SoftwareComponent> components) {
    Query insert = bind(entities.createNativeQuery(INSTALL), asset);
    insert.setParameter("keys", components.keySet().toArray(String[]::new));
    column(insert, "ecosystems", components, SoftwareComponent::ecosystem);
    column(insert, "names", components, SoftwareComponent::name);
    column(insert, "versions", components, SoftwareComponent::version);
    column(insert, "archs", components, SoftwareComponent::arch);
    column(insert, "distros", components, SoftwareComponent::distro);
    column(insert, "sourceNames", components, SoftwareComponent::sourceName);
    column(insert, "sourceVersions", components, SoftwareComponent::sourceVersion);
    column(insert, "purls", components, SoftwareComponent::purl);
    column(insert, "cpes", components, SoftwareComponent::cpe);
    column(insert, "hashes", components, ComponentTranslation::names);
    insert.executeUpdate();
  }

  private void asset(UUID asset, int components) {
    bind(entities.createNativeQuery(ASSET), asset)
        .setParameter("hostname", snapshot.asset().hostname())
        .setParameter("agent", snapshot.asset().agentId().orElse(""))
        .setParameter("cloud", snapshot.asset().cloudId().orElse(""))
        .setParameter("components", components)
        .executeUpdate();
  }

  private void addresses(UUID asset) {
    String[] addresses = snapshot.asset().addresses().toArray(String[]::new);
    for (String statement : List.of(FORGET_ADDRESSES, ADD_ADDRESSES)) {
      entities
          .createNativeQuery(statement)
          .setParameter("tenant", snapshot.tenant().id())
          .setParameter("asset", asset)
          .setParameter("addresses", addresses)
          .executeUpdate();
    }
  }

  private Query bind(Query statement, UUID asset) {
    return statement
        .setParameter("tenant", snapshot.tenant().id())
        .setParameter("asset", asset)
        .setParameter("at", snapshot.takenAt());
  }

  private static void column(
      Query insert,
      String name,
      Map<String, SoftwareComponent> components,
      Function<SoftwareComponent, String> value) {
    insert.setParameter(name, components.values().stream().map(value).toArray(String[]::new));
  }
}
