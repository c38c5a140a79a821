package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.spi.RiskLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryDetectionStoreTest {
  private final MovableClock clock = new MovableClock();
  private final InMemoryDetectionStore store = new InMemoryDetectionStore(clock);
  private final DetectionPorts ports =
      new DetectionPorts(store, store.deadLetters(), store.outbox());

  @Nested
  class Store extends DetectionStoreContract {
    @Override
    protected DetectionPorts ports() {
      return ports;
    }

    @Test
    void alerts_areTheTenantsInOrder() {
      Alert first = TestEvents.alert(Tenant.DEFAULT, 2);
      Alert second = TestEvents.alert(Tenant.DEFAULT, 1);
      Alert foreign = TestEvents.alert(new Tenant("other"), 1);
      commitNext(List.of(first, foreign, second), List.of());
      assertThat(store.alerts(Tenant.DEFAULT)).containsExactly(first, second);
    }
  }

  @Nested
  class Risk extends RiskContract {
    @Override
    protected DetectionPorts ports() {
      return ports;
    }

    @Override
    protected RiskLedger ledger() {
      return store.risk();
    }
  }

  @Nested
  class Letters extends DeadLettersContract {
    @Override
    protected DetectionPorts ports() {
      return ports;
    }
  }

  @Nested
  class Deliveries extends OutboxContract {
    @Override
    protected DetectionPorts ports() {
      return ports;
    }

    @Override
    protected void passTime(Duration time) {
      clock.now = clock.now.plus(time);
    }
  }

  private static final class MovableClock extends Clock {
    private Instant now = TestEvents.BEGINNING;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
