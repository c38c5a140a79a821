package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.ComponentChange;
import io.eventsec.persistence.inventory.ComponentChangeQuery;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SnapshotResult;
import io.eventsec.persistence.inventory.SoftwareComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is different on an asset between two moments. */
class ComponentChangesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T10:00:00Z");

  @Test
  void changes_areInstalledUpgradedAndRemoved() {
    UUID asset =
        record(
            MONDAY,
            deb("bash", "5.1"),
            deb("gone", "1"),
            deb("kernel", "6.1"),
            deb("kernel", "6.2"),
            deb("same", "1"));
    record(
        TUESDAY,
        deb("bash", "5.2"),
        deb("kernel", "6.2"),
        deb("kernel", "6.3"),
        deb("new", "1"),
        deb("same", "1"));
    record(WEDNESDAY, deb("bash", "5.1"), deb("same", "1"));

    assertThat(changes(since(asset, MONDAY, TUESDAY)))
        .containsExactly(
            change(ComponentChange.Kind.UPGRADED, "bash", List.of("5.1"), List.of("5.2")),
            change(ComponentChange.Kind.REMOVED, "gone", List.of("1"), List.of()),
            change(
                ComponentChange.Kind.UPGRADED,
                "kernel",
                List.of("6.1", "6.2"),
                List.of("6.2", "6.3")),
            change(ComponentChange.Kind.INSTALLED, "new", List.of(), List.of("1")));
    assertThat(totals(since(asset, MONDAY, TUESDAY)))
        .isEqualTo(new ComponentChange.Totals(5, 1, 2, 1));
    ComponentChangeQuery untilNow =
        query(asset, MONDAY, Optional.empty(), "", Optional.empty(), 10);
    assertThat(changes(untilNow))
        .as("what came back as it was is no change")
        .extracting(ComponentChange::name)
        .containsExactly("gone", "kernel");
    assertThat(changes(since(asset, MONDAY.minusSeconds(1), MONDAY)))
        .allMatch(one -> one.kind() == ComponentChange.Kind.INSTALLED)
        .hasSize(4);
    assertThat(totals(since(asset, MONDAY.minusSeconds(1), MONDAY)).before()).isZero();
    assertThat(changes(since(asset, TUESDAY, TUESDAY))).isEmpty();
  }

  @Test
  void changes_areNarrowedByKindAndText_andOfTheTenantOnly() {
    UUID asset = record(MONDAY, deb("bash", "5.1"), deb("gone", "1"));
    record(TUESDAY, deb("bash", "5.2").withSource("shells", "5.2"), deb("new_1", "1"));
    assertThat(
            changes(
                query(
                    asset,
                    MONDAY,
                    Optional.of(TUESDAY),
                    "",
                    Optional.of(ComponentChange.Kind.INSTALLED),
                    10)))
        .extracting(ComponentChange::name)
        .containsExactly("new_1");
    assertThat(changes(query(asset, MONDAY, Optional.of(TUESDAY), "W_", Optional.empty(), 10)))
        .extracting(ComponentChange::name)
        .containsExactly("new_1");
    ComponentChangeQuery theirs =
        new ComponentChangeQuery(
            OTHER,
            asset,
            MONDAY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10);
    assertThat(changes(theirs)).isEmpty();
    assertThat(totals(theirs)).isEqualTo(new ComponentChange.Totals(0, 0, 0, 0));
  }

  @Test
  void pages_haveEachChangeOnce() {
    record(MONDAY, deb("bash", "5.1"));
    UUID asset =
        record(
            TUESDAY,
            IntStream.range(0, 23)
                .mapToObj(n -> SoftwareComponent.ofPackage("deb", "p" + n / 2, "1", "arch" + n % 2))
                .toArray(SoftwareComponent[]::new));
    List<String> walked = new ArrayList<>();
    ComponentChangeQuery query = since(asset, MONDAY, TUESDAY, 5);
    Page<ComponentChange> page = page(query);
    while (true) {
      page.rows().forEach(row -> walked.add(row.name() + ' ' + row.arch()));
      if (page.nextCursor().isEmpty()) {
        break;
      }
      page = page(withCursor(query, page.nextCursor().get()));
    }
    assertThat(walked).hasSize(24).doesNotHaveDuplicates();
    assertThatIllegalArgumentException().isThrownBy(() -> page(withCursor(query, "x")));
  }

  private static ComponentChange change(
      ComponentChange.Kind kind, String name, List<String> before, List<String> after) {
    return new ComponentChange(kind, "deb", name, "amd64", before, after);
  }

  private static SoftwareComponent deb(String name, String version) {
    return SoftwareComponent.ofPackage("deb", name, version, "amd64");
  }

  private static ComponentChangeQuery since(UUID asset, Instant from, Instant to) {
    return since(asset, from, to, 10);
  }

  private static ComponentChangeQuery since(UUID asset, Instant from, Instant to, int limit) {
    return query(asset, from, Optional.of(to), "", Optional.empty(), limit);
  }

  private static ComponentChangeQuery query(
      UUID asset,
      Instant from,
      Optional<Instant> to,
      String text,
      Optional<ComponentChange.Kind> kind,
      int limit) {
    return new ComponentChangeQuery(
        TENANT,
        asset,
        from,
        to,
        kind,
        Optional.of(text).filter(part -> !part.isEmpty()),
        Optional.empty(),
        limit);
  }

  private static ComponentChangeQuery withCursor(ComponentChangeQuery query, String cursor) {
    return new ComponentChangeQuery(
        query.tenant(),
        query.asset(),
        query.from(),
        query.to(),
        query.kind(),
        query.text(),
        Optional.of(cursor),
        query.limit());
  }

  private static UUID record(Instant at, SoftwareComponent... components) {
    Snapshot snapshot =
        new Snapshot(TENANT, AssetIdentity.ofHostname("web-1"), at, List.of(components));
    SnapshotResult result = with(inventory -> inventory.record(snapshot));
    return result.asset();
  }

  private static List<ComponentChange> changes(ComponentChangeQuery query) {
    return page(query).rows();
  }

  private static Page<ComponentChange> page(ComponentChangeQuery query) {
    return with(inventory -> inventory.changes(query));
  }

  private static ComponentChange.Totals totals(ComponentChangeQuery query) {
    return with(inventory -> inventory.changeTotals(query));
  }

  private static <R> R with(Function<Inventory, R> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Inventory(manager)));
  }
}
