package io.eventsec.testkit;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.memory.InMemoryDetectionStore;
import java.util.List;
import org.junit.jupiter.api.Nested;

class InMemoryCoverageTest {
  private final InMemoryDetectionStore store = new InMemoryDetectionStore();
  private final CoveragePorts ports =
      new CoveragePorts(store, store.coverage(), store.reevaluations(), store.outbox());

  @Nested
  class Ledger extends CoverageContract {
    @Override
    protected CoveragePorts ports() {
      return ports;
    }
  }

  @Nested
  class Reevaluations extends ReevaluationContract {
    @Override
    protected CoveragePorts ports() {
      return ports;
    }

    @Override
    protected void request(Tenant tenant, RuleRef rule, List<SourceRange> ranges) {
      store.reevaluations().request(tenant, rule, ranges);
    }
  }
}
