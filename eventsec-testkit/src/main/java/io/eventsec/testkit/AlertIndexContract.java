package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertDocument;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.AlertIndex;
import io.eventsec.core.spi.OutboxEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AlertIndex} must do. Each test begins with no alert of either tenant. */
public abstract class AlertIndexContract {
  /** For subclasses. */
  protected AlertIndexContract() {}

  /** The index under test. */
  protected abstract AlertIndex index();

  /** A tenant of this test's own. */
  protected abstract Tenant tenant();

  /** Another one. */
  protected abstract Tenant otherTenant();

  /** The ids of that tenant's alerts that a search finds now. */
  protected abstract List<String> found(Tenant tenant);

  @Test
  public void indexAlerts_none_refusesNone() {
    assertThat(index().indexAlerts(List.of())).isEmpty();
  }

  @Test
  public void indexAlerts_twice_storesThemOnce() {
    List<OutboxEntry> entries = entries(tenant(), 10);
    assertThat(index().indexAlerts(entries)).isEmpty();
    assertThat(index().indexAlerts(entries)).isEmpty();
    assertThat(found(tenant())).containsExactlyInAnyOrderElementsOf(keys(entries));
  }

  @Test
  public void indexAlerts_ofTwoTenants_keepsThemApart() {
    List<OutboxEntry> mine = entries(tenant(), 2);
    List<OutboxEntry> theirs = entries(otherTenant(), 3);
    assertThat(index().indexAlerts(mine)).isEmpty();
    assertThat(index().indexAlerts(theirs)).isEmpty();
    assertThat(Set.copyOf(found(tenant()))).isEqualTo(Set.copyOf(keys(mine)));
    assertThat(Set.copyOf(found(otherTenant()))).isEqualTo(Set.copyOf(keys(theirs)));
  }

  private static List<OutboxEntry> entries(Tenant tenant, int count) {
    return IntStream.range(0, count).mapToObj(n -> entry(tenant, n)).toList();
  }

  private static OutboxEntry entry(Tenant tenant, int n) {
    Alert alert = TestEvents.alert(tenant, n);
    String document = AlertDocument.json(alert, TestEvents.BEGINNING);
    return new OutboxEntry(n, "alert.index", tenant.id(), alert.id().value(), document, 0);
  }

  private static List<String> keys(List<OutboxEntry> entries) {
    return entries.stream().map(OutboxEntry::key).toList();
  }
}
