package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints what indexing costs; asserts that everything arrives. */
class IndexingSpeedIT {
  private static final int EVENTS = Integer.getInteger("eventsec.speed.events", 5_000);
  private static final int STEP = 2_500;

  @Test
  void eveEvents_arriveAndTheirCostIsPrinted() {
    List<Event> warm = EveLines.events(TestSearch.newTenant(), "warm", STEP);
    TestSearch.EVENTS.index(warm);
    Tenant tenant = TestSearch.newTenant();
    List<Event> events = EveLines.events(tenant, "run", EVENTS);
    assertThat(events).hasSize(EVENTS);
    Cost before = Cost.now();
    int stored = 0;
    for (int from = 0; from < EVENTS; from += STEP) {
      stored +=
          TestSearch.EVENTS.index(events.subList(from, Math.min(EVENTS, from + STEP))).stored();
    }
    Cost cost = Cost.now().since(before);
    assertThat(stored).isEqualTo(EVENTS);
    System.out.printf(
        "Indexed %,d EVE events in %.2f s (%,.0f/s); processor time: this thread %.2f s, server"
            + " %.2f s%n",
        EVENTS,
        cost.wall() / 1e9,
        EVENTS * 1e9 / cost.wall(),
        cost.client() / 1e9,
        cost.server() / 1e9);
  }

  private record Cost(long wall, long client, long server) {
    static Cost now() {
      return new Cost(
          System.nanoTime(),
          ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(),
          ProcessHandle.current()
              .descendants()
              .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
              .mapToLong(Duration::toNanos)
              .sum());
    }

    Cost since(Cost start) {
      return new Cost(wall - start.wall, client - start.client, server - start.server);
    }
  }
}
