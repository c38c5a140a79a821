package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.Correlator;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CorrelationCell;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A correlator for each tenant. What they remember is that of the store as of the position where
 * this pipeline left it; when anybody else has moved the reader, when a step failed, or when there
 * are other rules, it is read again.
 */
final class Correlators {
  private final Source source;
  private final DetectionStore store;
  private final CorrelatorOptions options;
  private final Map<Tenant, Correlator> correlators = new LinkedHashMap<>();
  private CorrelationRules rules = CorrelationRules.NONE;

  /** Where the reader stands if the correlators are what the store has; null if nobody knows. */
  private @Nullable JournalPosition standing;

  Correlators(Source source, DetectionStore store, CorrelatorOptions options) {
    this.source = source;
    this.store = store;
    this.options = options;
  }

  /** Makes ready for a step from there. */
  void begin(CorrelationRules current, JournalPosition from) {
    if (!from.equals(standing) || rules != current) {
      correlators.clear();
      rules = current;
      store.correlationState().forEach((tenant, state) -> start(tenant, state));
    }
    standing = null;
  }

  /** The step has been committed. */
  void end(JournalPosition to) {
    standing = to;
  }

  private Correlator start(Tenant tenant, Map<String, byte[]> state) {
    Correlator correlator =
        Correlator.builder(tenant, rules).options(options).tracksChanges().restore(state).build();
    correlators.put(tenant, correlator);
    return correlator;
  }

  void add(Event event, List<Match> matches, JournalPosition position) {
    if (rules.correlations().isEmpty()) {
      return;
    }
    Correlator correlator = correlators.get(event.tenant());
    if (correlator == null) {
      correlator = start(event.tenant(), Map.of());
    }
    correlator.add(event, matches, position.value());
  }

  /** What is found when all has been added that was received until then. */
  CorrelationFindings release(Instant readUpTo) {
    Evidence evidence = new Evidence(source);
    List<Alert> alerts = new ArrayList<>();
    Map<AlertId, AlertRepeat> repeats = new LinkedHashMap<>();
    List<CorrelationCell> state = new ArrayList<>();
    correlators.forEach(
        (tenant, correlator) -> {
          for (Firing firing : correlator.release(readUpTo)) {
            if (firing.number() == 1) {
              alerts.add(CorrelationAlert.of(firing, evidence));
            } else {
              AlertId id = firing.alertId();
              repeats.put(id, new AlertRepeat(id, tenant, firing.number(), firing.event().time()));
            }
          }
          correlator
              .takeChanges()
              .forEach(change -> state.add(new CorrelationCell(tenant, change)));
        });
    return new CorrelationFindings(alerts, List.copyOf(repeats.values()), state);
  }
}
