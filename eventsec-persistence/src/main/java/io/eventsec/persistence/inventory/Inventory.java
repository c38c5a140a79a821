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

  /** One asset. */
  public Optional<AssetRecord> find(Tenant tenant, UUID id) {
    return new AssetListing(entities, tenant).find(id);
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
}
