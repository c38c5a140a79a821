package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.Correlator;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.spi.CorrelationCell;
import io.eventsec.core.spi.CorrelationCommit;
import io.eventsec.core.spi.CorrelationCount;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.UntimelyNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<Tenant, TenantCorrelator> correlators = new LinkedHashMap<>();
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

  private TenantCorrelator start(Tenant tenant, Map<String, byte[]> state) {
    Correlator correlator =
        Correlator.builder(tenant, rules).options(options).tracksChanges().restore(state).build();
    TenantCorrelator started = new TenantCorrelator(tenant, correlator);
    correlators.put(tenant, started);
    return started;
  }

  void add(Event event, List<Match> matches, Set<String> closed, JournalPosition position) {
    if (rules.correlations().isEmpty()) {
      return;
    }
    TenantCorrelator of = correlators.get(event.tenant());
    if (of == null) {
      of = start(event.tenant(), Map.of());
    }
    of.correlator().add(event, matches, position.value(), closed);
  }

  /** What is found when all has been added that was received until then. */
  CorrelationFindings release(Instant readUpTo, RulePolicies policies) {
    Found found = new Found(new Firings(new Evidence(source), policies));
    correlators.values().forEach(of -> found.add(of, readUpTo));
    return found.findings();
  }

  /** What the correlators of all tenants have found. */
  private static final class Found {
    private final Firings firings;
    private final List<CorrelationCell> state = new ArrayList<>();
    private final List<CorrelationCount> counts = new ArrayList<>();
    private final List<UntimelyNote> untimely = new ArrayList<>();

    Found(Firings firings) {
      this.firings = firings;
    }

    void add(TenantCorrelator of, Instant readUpTo) {
      of.correlator().release(readUpTo).forEach(firings::add);
      state.addAll(of.takeState());
      counts.addAll(of.takeCounts());
      untimely.addAll(of.takeUntimely());
    }

    CorrelationFindings findings() {
      return new CorrelationFindings(
          firings.alerts(), new CorrelationCommit(firings.repeats(), state, counts, untimely));
    }
  }
}
