package io.eventsec.core.pipeline;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.spi.ExceptionHits;
import io.eventsec.core.spi.NoiseCommit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a step keeps from being an alert of its own, put together. */
final class Noise {
  private final Map<AlertId, AlertMerge> merges = new LinkedHashMap<>();
  private final Map<UUID, ExceptionHits> hits = new LinkedHashMap<>();

  void add(Event event, Judgement judgement, Optional<Correlation> exchange) {
    for (AlertMerge merge : judgement.merges()) {
      AlertMerge brought =
          new AlertMerge(merge.alert().with(exchange), merge.count(), merge.lastTime());
      merges.merge(merge.alert().id(), brought, AlertMerge::and);
    }
    addHits(event, judgement);
  }

  /** Adds only what exceptions have kept back. */
  void addHits(Event event, Judgement judgement) {
    for (UUID exception : judgement.excepted()) {
      hits.merge(
          exception,
          new ExceptionHits(event.tenant(), exception, 1, event.time()),
          ExceptionHits::and);
    }
  }

  NoiseCommit commit() {
    return new NoiseCommit(List.copyOf(merges.values()), List.copyOf(hits.values()));
  }
}
