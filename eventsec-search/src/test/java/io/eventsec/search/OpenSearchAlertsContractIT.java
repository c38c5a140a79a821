package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertDocument;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.spi.AlertIndex;
import io.eventsec.core.spi.OutboxEntry;
import io.eventsec.search.internal.Call;
import io.eventsec.testkit.AlertIndexContract;
import io.eventsec.testkit.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenSearchAlertsContractIT extends AlertIndexContract {
  private final Tenant tenant = TestSearch.newTenant();
  private final Tenant other = TestSearch.newTenant();
  private final OpenSearchAlerts alerts = new OpenSearchAlerts(TestSearch.CONNECTION);

  @Override
  protected AlertIndex index() {
    return alerts;
  }

  @Override
  protected Tenant tenant() {
    return tenant;
  }

  @Override
  protected Tenant otherTenant() {
    return other;
  }

  @Override
  protected List<String> found(Tenant whose) {
    String stream = "/eventsec-alerts-" + whose.id();
    TestSearch.CONNECTION.rest().send(Call.json("POST", stream + "/_refresh", new byte[0]));
    List<String> ids = new ArrayList<>();
    TestSearch.CONNECTION
        .rest()
        .send(Call.get(stream + "/_search").with("size", "100"))
        .json()
        .path("hits")
        .path("hits")
        .forEach(hit -> ids.add(hit.path("_id").asText()));
    return ids;
  }

  @Test
  void copyOfAnAlertOfAnExchange_isFoundByItsId() {
    Alert alert = TestEvents.alert(tenant, 1);
    Correlation exchange = new Correlation("exchange-" + tenant.id().substring(0, 12));
    String document = AlertDocument.json(alert.with(Optional.of(exchange)), TestEvents.BEGINNING);
    alerts.indexAlerts(
        List.of(new OutboxEntry(1, "alert.index", tenant.id(), alert.id().value(), document, 0)));
    assertThat(found(tenant)).hasSize(1);
    assertThat(matching("labels.correlation_id", exchange.id())).isEqualTo(1);
    assertThat(matching("labels.correlation_id", "exchange-other")).isZero();
  }

  private long matching(String field, String value) {
    String query = "{\"query\":{\"term\":{\"" + field + "\":\"" + value + "\"}}}";
    return TestSearch.send("POST", "/eventsec-alerts-" + tenant.id() + "/_search", query)
        .json()
        .at("/hits/total/value")
        .asLong();
  }
}
