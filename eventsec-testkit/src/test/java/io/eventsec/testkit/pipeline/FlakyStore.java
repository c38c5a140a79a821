package io.eventsec.testkit.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A store that is cut off now and then, before it has written or after: the caller cannot tell
 * which.
 */
final class FlakyStore implements DetectionStore {
  private final DetectionStore store;
  private final Random random;

  FlakyStore(DetectionStore store, long seed) {
    this.store = store;
    this.random = new Random(seed);
  }

  @Override
  public List<Alert> commit(DetectionCommit commit) {
    perhapsFail("before");
    List<Alert> raised = store.commit(commit);
    perhapsFail("after");
    return raised;
  }

  @Override
  public JournalPosition position(String reader) {
    return store.position(reader);
  }

  @Override
  public void advance(ReaderStep step, List<DeadLetter> deadLetters) {
    perhapsFail("before");
    store.advance(step, deadLetters);
    perhapsFail("after");
  }

  @Override
  public Map<Tenant, Map<String, byte[]>> correlationState() {
    return store.correlationState();
  }

  private void perhapsFail(String when) {
    if (random.nextInt(3) == 0) {
      throw new StoreUnavailableException("cut off " + when + " the write");
    }
  }
}
