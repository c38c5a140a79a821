package io.eventsec.testkit;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.memory.InMemoryAlertIndex;
import io.eventsec.core.spi.AlertIndex;
import java.util.List;

class InMemoryAlertIndexTest extends AlertIndexContract {
  private final InMemoryAlertIndex index = new InMemoryAlertIndex();

  @Override
  protected AlertIndex index() {
    return index;
  }

  @Override
  protected Tenant tenant() {
    return new Tenant("one");
  }

  @Override
  protected Tenant otherTenant() {
    return new Tenant("two");
  }

  @Override
  protected List<String> found(Tenant tenant) {
    return List.copyOf(index.documents(tenant.id()).keySet());
  }
}
