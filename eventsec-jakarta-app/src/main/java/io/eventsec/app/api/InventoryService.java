package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.inventory.AssetQuery;
import io.eventsec.persistence.inventory.AssetRecord;
import io.eventsec.persistence.inventory.ComponentQuery;
import io.eventsec.persistence.inventory.ComponentRecord;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SnapshotResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The inventory, each call in a transaction of its own. */
@ApplicationScoped
public class InventoryService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  /**
   * Records a snapshot.
   *
   * @throws IllegalArgumentException if several assets have that name and no agent says which
   */
  @Transactional
  public SnapshotResult record(Snapshot snapshot) {
    SnapshotResult result = new Inventory(entities).record(snapshot);
    if (result instanceof SnapshotResult.Recorded recorded) {
      audit.done(
          "inventory.snapshot",
          new AuditObject("asset", recorded.asset().toString()),
          Map.of(
              "hostname", snapshot.asset().hostname(),
              "takenAt", snapshot.takenAt().toString(),
              "installed", Integer.toString(recorded.installed()),
              "upgraded", Integer.toString(recorded.upgraded()),
              "removed", Integer.toString(recorded.removed())));
    }
    return result;
  }

  /** A page of assets. */
  @Transactional
  public Page<AssetRecord> page(AssetQuery query) {
    return new Inventory(entities).page(query);
  }

  /** One asset. */
  @Transactional
  public Optional<AssetRecord> find(Tenant tenant, UUID id) {
    return new Inventory(entities).find(tenant, id);
  }

  /** A page of what is or was installed on one; nothing if the tenant has no such asset. */
  @Transactional
  public Optional<Page<ComponentRecord>> components(ComponentQuery query) {
    Inventory inventory = new Inventory(entities);
    return inventory.find(query.tenant(), query.asset()).map(asset -> inventory.components(query));
  }
}
