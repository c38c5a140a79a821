package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The assets, and what is and was installed on them. In the caller's transaction, which should be
 * READ COMMITTED. Not thread-safe.
 */
public final class Inventory {
  private final EntityManager entities;

  /** The inventory behind this entity manager. */
  public Inventory(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Records a snapshot. The last one wins by its own time: one that is not newer than the one in
   * force changes nothing, so the same may be sent again. Snapshots of one asset wait for each
   * other.
   *
   * @throws IllegalArgumentException if several assets have that name and no agent says which
   */
  public SnapshotResult record(Snapshot snapshot) {
    return new SnapshotRecording(entities, snapshot).run();
  }

  /**
   * A page of assets, by host name.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<AssetRecord> page(AssetQuery query) {
    List<AssetRecord> found =
        new AssetListing(entities, query.tenant()).page(query, query.limit() + 1);
    return Page.of(found, query.limit(), AssetListing::cursorAfter);
  }

  /** One asset; the id of one that was merged leads to the one that it is part of. */
  public Optional<AssetRecord> find(Tenant tenant, UUID id) {
    AssetListing listing = new AssetListing(entities, tenant);
    return listing
        .find(id)
        .or(() -> new AssetJoining(entities, tenant).survivor(id).flatMap(listing::find));
  }

  /**
   * Makes another asset a part of one, because a person says that they are the same machine: its
   * past, its findings, its names. Its id leads to the one that stays.
   *
   * @throws IllegalArgumentException if they are the same asset already
   */
  public AssetMergeResult merge(AssetMergeRequest request) {
    return new AssetJoining(entities, request.tenant()).join(request);
  }

  /**
   * What would become of two assets if they were merged; nothing is changed.
   *
   * @return empty if the tenant does not have both
   * @throws IllegalArgumentException if they are the same asset
   */
  public Optional<AssetMergePreview> previewMerge(Tenant tenant, UUID survivor, UUID other) {
    return new AssetJoining(entities, tenant).preview(survivor, other);
  }

  /** What has become part of an asset, the latest first; at most 100. */
  public List<AssetMergeRecord> merges(Tenant tenant, UUID survivor) {
    return new AssetJoining(entities, tenant).merges(survivor);
  }

  /**
   * Changes what people say of an asset.
   *
   * @throws IllegalArgumentException if the team is not one of the tenant
   */
  public AssetDescriptionResult describe(AssetDescription description) {
    return new AssetDescribing(entities, description).run();
  }

  /**
   * A page of what is installed on an asset, now or at a moment, by name; empty if the tenant has
   * no such asset.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<ComponentRecord> components(ComponentQuery query) {
    List<ComponentRecord> found = new ComponentListing(query).run(entities, query.limit() + 1);
    return Page.of(found, query.limit(), ComponentListing::cursorAfter);
  }

  /**
   * A page of what is different on an asset between two moments, by name; empty if the tenant has
   * no such asset.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<ComponentChange> changes(ComponentChangeQuery query) {
    List<ComponentChange> found =
        new ComponentChangeListing(query).page(entities, query.limit() + 1);
    return Page.of(found, query.limit(), ComponentChangeListing::cursorAfter);
  }

  /** How much is different on an asset between two moments, of whatever kind and page. */
  public ComponentChange.Totals changeTotals(ComponentChangeQuery query) {
    return new ComponentChangeListing(query).totals(entities);
  }
}
