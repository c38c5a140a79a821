package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.identity.TeamRef;
import io.eventsec.persistence.identity.Teams;
import io.eventsec.persistence.inventory.AssetDescription;
import io.eventsec.persistence.inventory.AssetDescriptionResult;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.AssetQuery;
import io.eventsec.persistence.inventory.AssetRecord;
import io.eventsec.persistence.inventory.ComponentQuery;
import io.eventsec.persistence.inventory.ComponentRecord;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SnapshotResult;
import io.eventsec.persistence.inventory.SoftwareComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InventoryIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T10:00:00Z");
  private static final SoftwareComponent BASH = deb("bash", "5.2");
  private static final SoftwareComponent OPENSSL = deb("openssl", "3.0.1");
  private static final SoftwareComponent NEW_OPENSSL = deb("openssl", "3.0.2");

  @Test
  void components_atAMoment_areWhatWasThereThen() {
    recorded(snapshot("web-1", MONDAY, BASH, OPENSSL));
    recorded(snapshot("web-1", TUESDAY, BASH, NEW_OPENSSL));
    UUID asset = recorded(snapshot("web-1", WEDNESDAY, BASH, OPENSSL)).asset();
    assertThat(installed(ComponentQuery.at(TENANT, asset, MONDAY.minusSeconds(1), 10))).isEmpty();
    assertThat(installed(ComponentQuery.at(TENANT, asset, MONDAY, 10)))
        .containsExactly(BASH, OPENSSL);
    assertThat(installed(ComponentQuery.at(TENANT, asset, TUESDAY.minusSeconds(1), 10)))
        .containsExactly(BASH, OPENSSL);
    assertThat(installed(ComponentQuery.at(TENANT, asset, TUESDAY, 10)))
        .containsExactly(BASH, NEW_OPENSSL);
    assertThat(installed(ComponentQuery.at(TENANT, asset, WEDNESDAY, 10)))
        .containsExactly(BASH, OPENSSL);
    ComponentQuery now = ComponentQuery.now(TENANT, asset, 10);
    assertThat(installed(now)).containsExactly(BASH, OPENSSL);
    assertThat(installed(now.withText("NSS"))).containsExactly(OPENSSL);
    assertThat(installed(now.withText("%"))).isEmpty();
  }

  @Test
  void components_knowTheirStay() {
    recorded(snapshot("web-1", MONDAY, BASH, OPENSSL));
    recorded(snapshot("web-1", TUESDAY, BASH, OPENSSL));
    UUID asset = recorded(snapshot("web-1", WEDNESDAY, BASH)).asset();
    List<ComponentRecord> stays = components(ComponentQuery.at(TENANT, asset, MONDAY, 10)).rows();
    assertThat(stays)
        .extracting(stay -> List.of(stay.firstSeenAt(), stay.lastSeenAt(), stay.removedAt()))
        .containsExactly(
            List.of(MONDAY, WEDNESDAY, Optional.empty()),
            List.of(MONDAY, TUESDAY, Optional.of(WEDNESDAY)));
  }

  @Test
  void components_keepAllThatNamesThem() {
    SoftwareComponent jar =
        SoftwareComponent.ofPurl(
            "maven", "org.example:a", "1.0", "pkg:maven/org.example/a@1.0?type=jar");
    SoftwareComponent product =
        SoftwareComponent.ofCpe("example:router", "", "cpe:2.3:h:example:router:-:*:*:*:*:*:*:*");
    SoftwareComponent lib =
        deb("libssl3", "3.0.1").withDistro("debian-12").withSource("openssl", "3.0.1-1");
    UUID asset = recorded(snapshot("web-1", MONDAY, jar, product, lib)).asset();
    assertThat(installed(ComponentQuery.now(TENANT, asset, 10)))
        .containsExactlyInAnyOrder(jar, product, lib);
  }

  @Test
  void componentOfAnotherSource_isAnotherStay() {
    SoftwareComponent lib = deb("libssl3", "3.0.1").withDistro("debian-12");
    SoftwareComponent built = lib.withSource("openssl", "3.0.1-1");
    SoftwareComponent rebuilt = lib.withSource("openssl", "3.0.1-1+b1");
    SoftwareComponent renamed = lib.withSource("openssl3", "3.0.1-1+b1");
    recorded(snapshot("web-1", MONDAY, built, BASH));
    assertThat(recorded(snapshot("web-1", TUESDAY, rebuilt, BASH)))
        .extracting(SnapshotResult.Recorded::upgraded, SnapshotResult.Recorded::unchanged)
        .containsExactly(1, 1);
    UUID asset = recorded(snapshot("web-1", WEDNESDAY, renamed, BASH)).asset();
    assertThat(installed(ComponentQuery.now(TENANT, asset, 10))).containsExactly(BASH, renamed);
    assertThat(installed(ComponentQuery.at(TENANT, asset, TUESDAY, 10)))
        .containsExactly(BASH, rebuilt);
  }

  @Test
  void components_walkAllOnceByName() {
    SoftwareComponent[] all =
        IntStream.range(0, 25)
            .mapToObj(n -> deb("p" + n / 2, "1." + n))
            .toArray(SoftwareComponent[]::new);
    UUID asset = recorded(snapshot("web-1", MONDAY, all)).asset();
    List<SoftwareComponent> walked = new ArrayList<>();
    ComponentQuery query = ComponentQuery.now(TENANT, asset, 4);
    Page<ComponentRecord> page = components(query);
    page.rows().forEach(row -> walked.add(row.component()));
    while (page.nextCursor().isPresent()) {
      page = components(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.component()));
    }
    assertThat(walked).containsExactlyInAnyOrder(all);
  }

  @Test
  void anotherTenant_seesNothing() {
    UUID asset = recorded(snapshot("web-1", MONDAY, BASH)).asset();
    assertThat(find(OTHER, asset)).isEmpty();
    assertThat(components(ComponentQuery.now(OTHER, asset, 10)).rows()).isEmpty();
    assertThat(page(AssetQuery.all(OTHER, 10)).rows()).isEmpty();
  }

  @Test
  void page_walksAllOnceByNameAndFilters() {
    for (int n = 0; n < 7; n++) {
      recorded(snapshot("host-" + n, MONDAY, BASH));
    }
    recorded(snapshot("host_1", MONDAY));
    List<String> walked = new ArrayList<>();
    AssetQuery query = AssetQuery.all(TENANT, 3);
    Page<AssetRecord> page = page(query);
    page.rows().forEach(row -> walked.add(row.identity().hostname()));
    while (page.nextCursor().isPresent()) {
      page = page(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.identity().hostname()));
    }
    assertThat(walked).hasSize(8).doesNotHaveDuplicates();
    assertThat(page(query.withHostnamePrefix("HOST_")).rows())
        .extracting(row -> row.identity().hostname())
        .containsExactly("host_1");
    assertThat(page(query.withCriticalities(Set.of(Criticality.HIGH))).rows()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> page(query.withCursor("x")));
  }

  @Test
  void describe_isKeptOverSnapshotsAndRefusesTheStale() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID team =
        STORE
            .entities()
            .inTransaction(manager -> new Teams(manager).create(TENANT, "Web", ada))
            .id();
    UUID asset = recorded(snapshot("web-1", MONDAY, BASH)).asset();
    AssetDescription described =
        new AssetDescription(
            TENANT,
            asset,
            1,
            Criticality.CRITICAL,
            Set.of("pci", "dmz"),
            "Takes the orders",
            Optional.of(team));
    assertThat(describe(described)).isInstanceOf(AssetDescriptionResult.Changed.class);
    assertThat(describe(described)).isEqualTo(new AssetDescriptionResult.Stale(2));
    recorded(snapshot("web-1", TUESDAY, BASH));
    AssetRecord kept = find(TENANT, asset).orElseThrow();
    assertThat(kept.criticality()).isEqualTo(Criticality.CRITICAL);
    assertThat(kept.tags()).containsExactly("dmz", "pci");
    assertThat(kept.ownerTeam()).contains(new TeamRef(team, "Web"));
    assertThat(kept.description()).isEqualTo("Takes the orders");
    assertThat(kept.revision()).isEqualTo(2);
    assertThat(
            describe(
                new AssetDescription(
                    OTHER, asset, 2, Criticality.LOW, Set.of(), "", Optional.empty())))
        .isEqualTo(new AssetDescriptionResult.Missing());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                describe(
                    new AssetDescription(
                        TENANT,
                        asset,
                        2,
                        Criticality.LOW,
                        Set.of(),
                        "",
                        Optional.of(UUID.randomUUID()))));
  }

  @Test
  void hostileText_isKeptAsItIs() {
    String hostile = "'); drop table assets; -- \" :x ?1 {0} \\ %_!";
    SoftwareComponent component = SoftwareComponent.ofPackage("deb", hostile, hostile, "all");
    UUID asset = recorded(snapshot("o'hara;--", MONDAY, component)).asset();
    assertThat(installed(ComponentQuery.now(TENANT, asset, 10))).containsExactly(component);
    assertThat(page(AssetQuery.all(TENANT, 10).withHostnamePrefix("o'hara;--")).rows()).hasSize(1);
    assertThat(page(AssetQuery.all(TENANT, 10).withHostnamePrefix("%")).rows()).isEmpty();
  }

  @Test
  void badInput_isRefusedByNameAndRule() {
    for (String address :
        List.of("", "1.2.3", "256.1.1.1", "fe80::1%eth0", "example.org", "1.2.3.4/8", ":::")) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new AssetIdentity(Optional.empty(), Optional.empty(), "h", Set.of(address)))
          .withMessageContaining("'" + address + "'");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> AssetIdentity.ofHostname("a b"));
    assertThatIllegalArgumentException().isThrownBy(() -> AssetIdentity.ofHostname(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SoftwareComponent.ofPackage("deb", "bash", "5", ""))
        .withMessageContaining("bash");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SoftwareComponent.ofPackage("DEB!", "bash", "5", "all"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SoftwareComponent.ofPackage("deb", "a\u0000b", "5", "all"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> snapshot("web-1", Instant.now().plusSeconds(3600)))
        .withMessageContaining("clock");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentQuery.now(TENANT, UUID.randomUUID(), 1001));
  }

  @Test
  void statements_doNotGrowWithTheRows() {
    for (int n = 0; n < 50; n++) {
      recorded(addressed("host-" + n, MONDAY, "192.0.2." + n));
    }
    assertThat(STORE.entities().statements(() -> page(AssetQuery.all(TENANT, 5)))).isEqualTo(2);
    assertThat(STORE.entities().statements(() -> page(AssetQuery.all(TENANT, 50)))).isEqualTo(2);
    SoftwareComponent[] many =
        IntStream.range(0, 2000).mapToObj(n -> deb("p" + n, "1")).toArray(SoftwareComponent[]::new);
    long few =
        STORE.entities().statements(() -> record(snapshot("host-0", TUESDAY, deb("p", "1"))));
    assertThat(STORE.entities().statements(() -> record(snapshot("host-1", TUESDAY, many))))
        .isEqualTo(few);
    UUID asset = recorded(snapshot("host-1", WEDNESDAY, many)).asset();
    assertThat(STORE.entities().statements(() -> components(ComponentQuery.now(TENANT, asset, 5))))
        .isEqualTo(1);
    assertThat(
            STORE.entities().statements(() -> components(ComponentQuery.now(TENANT, asset, 1000))))
        .isEqualTo(1);
  }

  private static SoftwareComponent deb(String name, String version) {
    return SoftwareComponent.ofPackage("deb", name, version, "amd64");
  }

  private static Snapshot snapshot(String hostname, Instant at, SoftwareComponent... components) {
    return new Snapshot(TENANT, AssetIdentity.ofHostname(hostname), at, List.of(components));
  }

  private static Snapshot addressed(Instant at, String... addresses) {
    return addressed("web-1", at, addresses);
  }

  private static Snapshot addressed(String hostname, Instant at, String... addresses) {
    AssetIdentity identity =
        new AssetIdentity(Optional.empty(), Optional.empty(), hostname, Set.of(addresses));
    return new Snapshot(TENANT, identity, at, List.of(BASH));
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

  private static AssetDescriptionResult describe(AssetDescription description) {
    return with(inventory -> inventory.describe(description));
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
