package io.eventsec.testkit.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.ReevaluatedRange;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.ReevaluationCommit;
import io.eventsec.core.spi.ReevaluationStore;
import io.eventsec.core.spi.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One that is cut off now and then, before it has written or after. */
final class FlakyReevaluations implements ReevaluationStore {
  private final ReevaluationStore store;
  private final Random random;

  FlakyReevaluations(ReevaluationStore store, long seed) {
    this.store = store;
    this.random = new Random(seed);
  }

  @Override
  public Optional<Reevaluation> next() {
    perhapsFail("before");
    return store.next();
  }

  @Override
  public List<Alert> commit(ReevaluationCommit commit) {
    perhapsFail("before");
    List<Alert> raised = store.commit(commit);
    perhapsFail("after");
    return raised;
  }

  @Override
  public void fail(Reevaluation reevaluation, String reason) {
    store.fail(reevaluation, reason);
  }

  @Override
  public Map<RuleRef, List<ReevaluatedRange>> ranges(Tenant tenant, Collection<RuleRef> rules) {
    return store.ranges(tenant, rules);
  }

  private void perhapsFail(String when) {
    if (random.nextInt(3) == 0) {
      throw new StoreUnavailableException("cut off " + when + " the write");
    }
  }
}
