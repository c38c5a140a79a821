package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.CorrelationStatistics;
import io.eventsec.core.correlate.Correlator;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CorrelationCell;
import io.eventsec.core.spi.CorrelationCount;
import io.eventsec.core.spi.UntimelyNote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The correlator of a tenant, and what of its figures has been handed on. */
final class TenantCorrelator {
  private final Tenant tenant;
  private final Correlator correlator;
  private List<CorrelationStatistics> told = List.of();

  TenantCorrelator(Tenant tenant, Correlator correlator) {
    this.tenant = tenant;
    this.correlator = correlator;
  }

  Correlator correlator() {
    return correlator;
  }

  List<CorrelationCell> takeState() {
    return correlator.takeChanges().stream()
        .map(change -> new CorrelationCell(tenant, change))
        .toList();
  }

  List<UntimelyNote> takeUntimely() {
    return correlator.takeUntimely().stream()
        .map(
            untimely ->
                new UntimelyNote(
                    tenant,
                    untimely.rule().ref(),
                    untimely.event().id(),
                    untimely.event().time(),
                    untimely.source(),
                    untimely.reason(),
                    untimely.event().locator()))
        .toList();
  }

  /** What each correlation has done since this was last asked, of those that did anything. */
  List<CorrelationCount> takeCounts() {
    List<CorrelationStatistics> now = correlator.statistics();
    List<CorrelationCount> counts = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      CorrelationCount count = difference(now.get(i), i < told.size() ? told.get(i) : null);
      if (!count.isZero()) {
        counts.add(count);
      }
    }
    told = now;
    return counts;
  }

  private CorrelationCount difference(
      CorrelationStatistics now, @Nullable CorrelationStatistics before) {
    return before == null
        ? new CorrelationCount(
            tenant,
            now.rule().ref(),
            now.events(),
            now.firings(),
            now.late(),
            now.ahead(),
            now.trimmed(),
            now.evicted())
        : new CorrelationCount(
            tenant,
            now.rule().ref(),
            now.events() - before.events(),
            now.firings() - before.firings(),
            now.late() - before.late(),
            now.ahead() - before.ahead(),
            now.trimmed() - before.trimmed(),
            now.evicted() - before.evicted());
  }
}
