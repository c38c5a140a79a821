package io.eventsec.search;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.AlertIndex;
import io.eventsec.search.internal.Call;
import io.eventsec.testkit.AlertIndexContract;
import java.util.ArrayList;
import java.util.List;

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
}
