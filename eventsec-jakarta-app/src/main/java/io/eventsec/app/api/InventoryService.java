package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.inventory.AssetDescription;
import io.eventsec.persistence.inventory.AssetDescriptionResult;
import io.eventsec.persistence.inventory.AssetMerge;
import io.eventsec.persistence.inventory.AssetMergePreview;
import io.eventsec.persistence.inventory.AssetMergeRecord;
import io.eventsec.persistence.inventory.AssetMergeRequest;
import io.eventsec.persistence.inventory.AssetMergeResult;
import io.eventsec.persistence.inventory.AssetQuery;
import io.eventsec.persistence.inventory.AssetRecord;
import io.eventsec.persistence.inventory.ComponentChange;
import io.eventsec.persistence.inventory.ComponentChangeQuery;
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
import java.util.List;
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
    result.merges().forEach(this::audit);
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

  /**
   * Changes what people say of one.
   *
   * @throws io.eventsec.app.http.ProblemException 412 if somebody else was faster, 404 if there is
   *     no such asset, 422 if there is no such team
   */
  @Transactional
  public AssetRecord describe(AssetDescription description) {
    AssetDescriptionResult result = described(description);
    if (result instanceof AssetDescriptionResult.Stale stale) {
      throw IfMatch.stale("asset", stale.revision());
    }
    if (!(result instanceof AssetDescriptionResult.Changed changed)) {
      throw AssetResource.missing();
    }
    audit.done(
        "inventory.describe",
        new AuditObject("asset", description.asset().toString()),
        Map.of(
            "criticality", Values.name(description.criticality()),
            "tags", String.join(", ", changed.asset().tags()),
            "description", description.description(),
            "ownerTeam", description.ownerTeam().map(UUID::toString).orElse("")));
    return changed.asset();
  }

  private AssetDescriptionResult described(AssetDescription description) {
    try {
      return new Inventory(entities).describe(description);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem(
          "ownerTeamId", description.ownerTeam().map(UUID::toString).orElse(""), e);
    }
  }

  /** What has become part of one; nothing if the tenant has no such asset. */
  @Transactional
  public Optional<List<AssetMergeRecord>> merges(Tenant tenant, UUID asset) {
    Inventory all = new Inventory(entities);
    return all.find(tenant, asset).map(found -> all.merges(tenant, found.id()));
  }

  /** What would become of two; nothing if the tenant does not have both. */
  @Transactional
  public Optional<AssetMergePreview> previewMerge(Tenant tenant, UUID survivor, UUID other) {
    try {
      return new Inventory(entities).previewMerge(tenant, survivor, other);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("asset", other.toString(), e);
    }
  }

  /**
   * Makes another asset a part of one, as a person says.
   *
   * @return the one that stays
   * @throws io.eventsec.app.http.ProblemException 412 if somebody else was faster, 404 if the
   *     tenant does not have both, 422 if they are the same
   */
  @Transactional
  public AssetRecord merge(AssetMergeRequest request) {
    Inventory all = new Inventory(entities);
    AssetMergeResult result = merged(all, request);
    if (result instanceof AssetMergeResult.Stale stale) {
      throw IfMatch.stale("asset", stale.revision());
    }
    if (!(result instanceof AssetMergeResult.Merged merged)) {
      throw AssetResource.missing();
    }
    audit(merged.merge());
    return all.find(request.tenant(), request.survivor()).orElseThrow(AssetResource::missing);
  }

  private static AssetMergeResult merged(Inventory all, AssetMergeRequest request) {
    try {
      return all.merge(request);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("asset", request.other().toString(), e);
    }
  }

  private void audit(AssetMerge merge) {
    audit.done(
        "inventory.merge",
        new AuditObject("asset", merge.survivor().toString()),
        Map.of(
            "merged", merge.merged().toString(),
            "hostname", merge.hostname(),
            "rule", Values.name(merge.rule())));
  }

  /** A page of what is or was installed on one; nothing if the tenant has no such asset. */
  @Transactional
  public Optional<Page<ComponentRecord>> components(ComponentQuery query) {
    Inventory inventory = new Inventory(entities);
    return inventory
        .find(query.tenant(), query.asset())
        .map(asset -> inventory.components(query.of(asset.id())));
  }

  /** A page of what is different on one between two moments; nothing if there is no such asset. */
  @Transactional
  public Optional<Page<ComponentChange>> changes(ComponentChangeQuery query) {
    Inventory inventory = new Inventory(entities);
    return inventory
        .find(query.tenant(), query.asset())
        .map(asset -> inventory.changes(query.of(asset.id())));
  }

  /** How much is different; nothing if there is no such asset. */
  @Transactional
  public Optional<ComponentChange.Totals> changeTotals(ComponentChangeQuery query) {
    Inventory inventory = new Inventory(entities);
    return inventory
        .find(query.tenant(), query.asset())
        .map(asset -> inventory.changeTotals(query.of(asset.id())));
  }
}
