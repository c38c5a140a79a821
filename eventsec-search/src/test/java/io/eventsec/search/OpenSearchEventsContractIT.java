package io.eventsec.search;

import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.EventIndex;
import io.eventsec.testkit.EventIndexContract;
import java.util.List;

class OpenSearchEventsContractIT extends EventIndexContract {
  private final Tenant tenant = TestSearch.newTenant();
  private final Tenant other = TestSearch.newTenant();

  @Override
  protected EventIndex index() {
    return TestSearch.EVENTS;
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
  protected List<EventId> found(Tenant whose) {
    return TestSearch.ids(TestSearch.walk(TestSearch.all(whose).withLimit(7)));
  }
}
