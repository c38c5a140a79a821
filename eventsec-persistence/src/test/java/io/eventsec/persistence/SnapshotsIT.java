package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.AssetQuery;
import io.eventsec.persistence.inventory.AssetRecord;
import io.eventsec.persistence.inventory.ComponentQuery;
import io.eventsec.persistence.inventory.ComponentRecord;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SnapshotResult;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.testkit.Parallel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a snapshot makes of an asset. */
class SnapshotsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T10:00:00Z");
  private static final SoftwareComponent BASH = deb("bash", "5.2");
  private static final SoftwareComponent OPENSSL = deb("openssl", "3.0.1");
  private static final SoftwareComponent NEW_OPENSSL = deb("openssl", "3.0.2");
  private static final SoftwareComponent CURL = deb("curl", "8.0");

  @Test
  void record_firstSnapshot_installsAll() {
    SnapshotResult.Recorded result = recorded(snapshot("web-1", MONDAY, BASH, OPENSSL));
    assertThat(result.created()).isTrue();
    assertThat(counts(result)).containsExactly(2, 0, 0, 0);
    AssetRecord asset = find(TENANT, result.asset()).orElseThrow();
    assertThat(asset.identity()).isEqualTo(AssetIdentity.ofHostname("web-1"));
    assertThat(asset.criticality()).isEqualTo(Criticality.MEDIUM);
    assertThat(asset.lastSnapshotAt()).contains(MONDAY);
    assertThat(asset.components()).isEqualTo(2);
  }

  @Test
  void record_nextSnapshot_tellsWhatCameWentAndStayed() {
    recorded(snapshot("web-1", MONDAY, BASH, OPENSSL, deb("vim", "9")));
    SnapshotResult.Recorded result = recorded(snapshot("web-1", TUESDAY, BASH, NEW_OPENSSL, CURL));
    assertThat(result.created()).isFalse();
    assertThat(counts(result)).as("curl; openssl; vim; bash").containsExactly(1, 1, 1, 1);
    assertThat(find(TENANT, result.asset()).orElseThrow().components()).isEqualTo(3);
  }

  @Test
  void record_severalVersionsSideBySide_countsAsManyUpgradesAsGoAndCome() {
    recorded(
        snapshot("web-1", MONDAY, deb("linux", "6.1"), deb("linux", "6.2"), deb("linux", "6.3")));
    SnapshotResult.Recorded result =
        recorded(snapshot("web-1", TUESDAY, deb("linux", "6.3"), deb("linux", "6.4")));
    assertThat(counts(result)).containsExactly(0, 1, 1, 1);
  }

  @Test
  void record_repeatsInOneSnapshot_countOnce() {
    assertThat(counts(recorded(snapshot("web-1", MONDAY, BASH, BASH, deb("bash", "5.2")))))
        .containsExactly(1, 0, 0, 0);
  }

  @Test
  void record_notNewerThanTheOneInForce_changesNothing() {
    UUID asset = recorded(snapshot("web-1", TUESDAY, BASH)).asset();
    List<ComponentRecord> before = components(ComponentQuery.now(TENANT, asset, 10)).rows();
    AssetRecord assetBefore = find(TENANT, asset).orElseThrow();
    for (Instant at : List.of(MONDAY, TUESDAY)) {
      assertThat(record(snapshot("web-1", at, OPENSSL)))
          .isEqualTo(new SnapshotResult.Outdated(asset, TUESDAY, List.of()));
    }
    assertThat(components(ComponentQuery.now(TENANT, asset, 10)).rows()).isEqualTo(before);
    assertThat(find(TENANT, asset)).contains(assetBefore);
  }

  @Test
  void record_sameNameInTwoTenants_isTwoAssets() {
    STORE.people().user(OTHER, "eve");
    UUID mine = recorded(snapshot("web-1", MONDAY, BASH)).asset();
    Snapshot theirs = new Snapshot(OTHER, AssetIdentity.ofHostname("web-1"), MONDAY, List.of(CURL));
    assertThat(recorded(theirs).asset()).isNotEqualTo(mine);
    assertThat(installed(ComponentQuery.now(TENANT, mine, 10))).containsExactly(BASH);
  }

  @Test
  void record_agentOnAKnownName_isTheSameAssetFromThenOn() {
    UUID asset = recorded(snapshot("web-1", MONDAY, BASH)).asset();
    assertThat(recorded(agent("a-1", "WEB-1", TUESDAY)).asset()).isEqualTo(asset);
    assertThat(recorded(agent("a-1", "web-9", WEDNESDAY)).asset()).as("renamed").isEqualTo(asset);
    assertThat(find(TENANT, asset).orElseThrow().identity().hostname()).isEqualTo("web-9");
    assertThat(recorded(agent("a-2", "web-9", MONDAY)).asset())
        .as("another agent of that name")
        .isNotEqualTo(asset);
  }

  @Test
  void record_nameOfSeveralAgentsWithoutAgent_isRefused() {
    recorded(agent("a-1", "localhost", MONDAY));
    recorded(agent("a-2", "localhost", MONDAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> record(snapshot("localhost", TUESDAY, BASH)))
        .withMessageContaining("localhost")
        .withMessageContaining("agent's id");
  }

  @Test
  void record_addresses_areTheNewestOnesInOneSpelling() {
    UUID asset = recorded(addressed(MONDAY, "192.0.2.1", "2001:DB8:0::1")).asset();
    assertThat(find(TENANT, asset).orElseThrow().identity().addresses())
        .containsExactlyInAnyOrder("192.0.2.1", "2001:db8::1");
    recorded(addressed(TUESDAY, "2001:db8::1", "192.0.2.7"));
    assertThat(find(TENANT, asset).orElseThrow().identity().addresses())
        .containsExactlyInAnyOrder("192.0.2.7", "2001:db8::1");
    assertThat(page(AssetQuery.all(TENANT, 10).withAddress("2001:DB8::0001")).rows())
        .extracting(AssetRecord::id)
        .containsExactly(asset);
    assertThat(page(AssetQuery.all(TENANT, 10).withAddress("192.0.2.1")).rows()).isEmpty();
  }

  @Test
  void record_fromManyThreads_makesOneAssetAndTheNewestWins() throws Exception {
    List<Callable<SnapshotResult>> attempts = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      Snapshot snapshot = snapshot("web-1", MONDAY.plusSeconds(n), deb("p" + n, "1"));
      attempts.add(() -> record(snapshot));
    }
    List<SnapshotResult> results = Parallel.run(attempts);
    assertThat(results).extracting(SnapshotResult::asset).containsOnly(results.get(0).asset());
    assertThat(installed(ComponentQuery.now(TENANT, results.get(0).asset(), 10)))
        .containsExactly(deb("p5", "1"));
  }

  @Test
  void record_allRemoved_leavesNone() {
    recorded(snapshot("web-1", MONDAY, BASH));
    SnapshotResult.Recorded result = recorded(snapshot("web-1", TUESDAY));
    assertThat(counts(result)).containsExactly(0, 0, 1, 0);
    assertThat(installed(ComponentQuery.now(TENANT, result.asset(), 10))).isEmpty();
  }

  private static SoftwareComponent deb(String name, String version) {
    return SoftwareComponent.ofPackage("deb", name, version, "amd64");
  }

  private static Snapshot snapshot(String hostname, Instant at, SoftwareComponent... components) {
    return new Snapshot(TENANT, AssetIdentity.ofHostname(hostname), at, List.of(components));
  }

  private static Snapshot agent(String id, String hostname, Instant at) {
    AssetIdentity identity =
        new AssetIdentity(Optional.of(id), Optional.empty(), hostname, Set.of());
    return new Snapshot(TENANT, identity, at, List.of(BASH));
  }

  private static Snapshot addressed(Instant at, String... addresses) {
    return addressed("web-1", at, addresses);
  }

  private static Snapshot addressed(String hostname, Instant at, String... addresses) {
    AssetIdentity identity =
        new AssetIdentity(Optional.empty(), Optional.empty(), hostname, Set.of(addresses));
    return new Snapshot(TENANT, identity, at, List.of(BASH));
  }

  private static List<Integer> counts(SnapshotResult.Recorded result) {
    return List.of(result.installed(), result.upgraded(), result.removed(), result.unchanged());
  }

  private static SnapshotResult.Recorded recorded(Snapshot snapshot) {
    return (SnapshotResult.Recorded) record(snapshot);
  }

  private static SnapshotResult record(Snapshot snapshot) {
    return with(inventory -> inventory.record(snapshot));
  }

  private static Optional<AssetRecord> find(Tenant tenant, UUID id) {
    return with(inventory -> inventory.find(tenant, id));
  }

  private static Page<AssetRecord> page(AssetQuery query) {
    return with(inventory -> inventory.page(query));
  }

  private static Page<ComponentRecord> components(ComponentQuery query) {
    return with(inventory -> inventory.components(query));
  }

  private static List<SoftwareComponent> installed(ComponentQuery query) {
    return components(query).rows().stream().map(ComponentRecord::component).toList();
  }

  private static <T> T with(Function<Inventory, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Inventory(manager)));
  }
}
