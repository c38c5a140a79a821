package io.eventsec.app.health;

import io.eventsec.app.enrich.GeoFiles;
import io.eventsec.app.enrich.IndicatorSets;
import io.eventsec.app.worker.LoopState;
import io.eventsec.app.worker.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether events are told what they should be; they pass in any case. */
@ApplicationScoped
public class EnrichmentCheck {
  @Inject GeoFiles geo;
  @Inject IndicatorSets indicators;
  @Inject Workers workers;

  Component.Finding check() {
    List<IndicatorSets.Loaded> loaded = indicators.loaded();
    long claims = loaded.stream().mapToLong(one -> one.set().statistics().claims()).sum();
    long leftOut = loaded.stream().mapToLong(one -> one.set().statistics().leftOut()).sum();
    List<String> problems = new ArrayList<>(geo.problems());
    if (leftOut > 0) {
      problems.add(leftOut + " claims of indicators are not matched: there are too many.");
    }
    workers
        .enrichment()
        .filter(loop -> !loop.healthy())
        .flatMap(LoopState::lastError)
        .ifPresent(
            error -> problems.add("Indicators and assets stay as they were last known: " + error));
    return new Component.Finding(
        problems.isEmpty() ? ComponentState.State.UP : ComponentState.State.DEGRADED,
        String.join(" ", problems),
        Map.of("indicators", Long.toString(claims), "tenants", Integer.toString(loaded.size())));
  }
}
