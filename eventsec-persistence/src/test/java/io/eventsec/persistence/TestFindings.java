package io.eventsec.persistence;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.AdvisoryChange;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.CarriedOver;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingDetail;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingMoveResult;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.persistence.vulnerability.RescoredAssets;
import io.eventsec.persistence.vulnerability.Vulnerabilities;
import io.eventsec.testkit.TestEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings for the tests of what people do with them. */
final class TestFindings {
  /** A vector of CVSS 9.8. */
  static final String BAD = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

  /** A vector of CVSS 1.6. */
  static final String MILD = "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N";

  private final TestStore store;
  private int snapshots;

  TestFindings(TestStore store) {
    this.store = store;
  }

  /** A package of npm, version 1.0.0. */
  static SoftwareComponent npm(String name) {
    return npm(name, "1.0.0");
  }

  /** A package of npm. */
  static SoftwareComponent npm(String name, String version) {
    return SoftwareComponent.ofPurl("npm", name, version, "pkg:npm/" + name + '@' + version);
  }

  /** KEV with one vulnerability. */
  static String exploited(String id, String due) {
    return """
        {"catalogVersion":"1","count":1,"vulnerabilities":[{"cveID":"%s","vulnerabilityName":"n",\
        "dateAdded":"2026-01-05","dueDate":"%s","requiredAction":"a",\
        "knownRansomwareCampaignUse":"Known"}]}"""
        .formatted(id, due);
  }

  /** Says what is installed on a host from now on. */
  AssetRef install(Tenant tenant, String hostname, SoftwareComponent... components) {
    store.execute("insert into tenants (id) values ('" + tenant.id() + "') on conflict do nothing");
    Snapshot snapshot =
        new Snapshot(
            tenant,
            AssetIdentity.ofHostname(hostname),
            TestEvents.BEGINNING.plusSeconds(++snapshots),
            List.of(components));
    return new AssetRef(
        tenant,
        store.entities().inTransaction(manager -> new Inventory(manager).record(snapshot)).asset());
  }

  /** Compares an asset with what is known. */
  void evaluate(AssetRef asset, MatchingLibrary library) {
    new FindingStore(store.pool()).evaluate(asset, library);
  }

  /** Compares all assets whose findings are not up to date. */
  FindingChanges evaluatePending(MatchingLibrary library) {
    FindingStore findings = new FindingStore(store.pool());
    FindingChanges changes = FindingChanges.NONE;
    for (AssetRef asset : findings.pending(library, Optional.empty(), 100)) {
      changes = changes.plus(findings.evaluate(asset, library));
    }
    return changes;
  }

  /** As the job does it; what it leaves is evaluated whole. */
  CarriedOver update(MatchingLibrary before, MatchingLibrary after) {
    Optional<AdvisoryChange> change = AdvisoryChange.between(before, after);
    if (change.isEmpty()) {
      return new CarriedOver(0, List.of());
    }
    FindingStore findings = new FindingStore(store.pool());
    AdvisoryChange left = rescore(findings, change.get());
    CarriedOver carried = findings.carryOver(left);
    carried.batches().forEach(batch -> findings.evaluate(batch, left));
    return carried;
  }

  private static AdvisoryChange rescore(FindingStore findings, AdvisoryChange change) {
    if (!change.hasScores()) {
      return change;
    }
    RescoredAssets rescored = findings.rescored(change);
    rescored.batches().forEach(batch -> findings.judge(batch, rescored));
    return change.scored();
  }

  /** Judges anew what another policy or criticality says something else of. */
  FindingChanges relabel() {
    FindingStore findings = new FindingStore(store.pool());
    return findings.mislabelled(Optional.empty(), 100).stream()
        .map(findings::judge)
        .reduce(FindingChanges.NONE, FindingChanges::plus);
  }

  /** All that is stored of findings and vulnerabilities. */
  String dump() {
    return Stream.of(
            "select f::text from asset_vulnerabilities f order by id",
            "select v::text from vulnerabilities v order by id")
        .map(query -> String.join("\n", OldSchema.strings(store.database(), query)))
        .collect(Collectors.joining());
  }

  List<FindingSummary> all(Tenant tenant) {
    return find(FindingQuery.all(tenant, 200)).rows();
  }

  Page<FindingSummary> find(FindingQuery query) {
    return store.entities().inTransaction(manager -> new Vulnerabilities(manager).findings(query));
  }

  FindingDetail detail(Tenant tenant, long id) {
    return store
        .entities()
        .inTransaction(manager -> new Vulnerabilities(manager).finding(tenant, id))
        .orElseThrow();
  }

  /** Moves findings as they were seen. */
  List<FindingMoveResult> move(
      Tenant tenant, UUID user, FindingMove.Target target, FindingSummary... findings) {
    Map<Long, OptionalInt> seen = new LinkedHashMap<>();
    Stream.of(findings).forEach(one -> seen.put(one.id(), OptionalInt.of(one.revision())));
    return move(FindingMove.of(tenant, user, seen, target));
  }

  List<FindingMoveResult> move(FindingMove move) {
    return store.entities().inTransaction(manager -> new Vulnerabilities(manager).move(move));
  }
}
