package io.eventsec.testkit;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.memory.InMemoryEventIndex;
import io.eventsec.core.spi.EventIndex;
import java.util.List;

class InMemoryEventIndexTest extends EventIndexContract {
  private final InMemoryEventIndex index = new InMemoryEventIndex();

  @Override
  protected EventIndex index() {
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
  protected List<EventId> found(Tenant tenant) {
    return index.newest(tenant).stream().map(Event::id).toList();
  }
}
