package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** A stage with what is counted of it. Thread-safe. */
final class RunningStage {
  private static final String FIELD = "error.message";

  private final EnrichmentStage stage;
  private final LongSupplier nanoTime;
  private final LongAdder seen = new LongAdder();
  private final LongAdder changed = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder passedOver = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  RunningStage(EnrichmentStage stage, LongSupplier nanoTime) {
    this.stage = stage;
    this.nanoTime = nanoTime;
  }

  /** Runs over the events of a batch, in place, for about so long at most. */
  void run(List<Event> events, long mostNanos) {
    long start = nanoTime.getAsLong();
    long now = start;
    for (int i = 0; i < events.size(); i++) {
      if (now - start > mostNanos) {
        events.set(i, late(events.get(i)));
      } else {
        events.set(i, run(events.get(i)));
        now = nanoTime.getAsLong();
      }
    }
    seen.add(events.size());
    nanos.add(now - start);
  }

  // Stages come from others too; one that breaks must not stop the batch.
  private Event run(Event event) {
    try {
      Event enriched = stage.enrich(event);
      if (enriched != event) {
        changed.increment();
      }
      return enriched;
    } catch (RuntimeException e) {
      failed.increment();
      return marked(event, "failed: " + e);
    }
  }

  private Event late(Event event) {
    passedOver.increment();
    return marked(event, "was left out, since it took too long for the events before");
  }

  private Event marked(Event event, String what) {
    return event.toBuilder().addEcs(FIELD, "enrichment " + stage.name() + ' ' + what).build();
  }

  EnrichmentStatistics statistics() {
    return new EnrichmentStatistics(
        stage.name(), seen.sum(), changed.sum(), failed.sum(), passedOver.sum(), nanos.sum());
  }
}
