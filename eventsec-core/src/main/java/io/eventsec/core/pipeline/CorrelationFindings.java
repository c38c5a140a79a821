package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.spi.CorrelationCell;
import java.util.List;

/**
 * What correlations found in one step.
 *
 * @param alerts those whose condition was reached for the first time
 * @param repeats those that have gone on; the last word about each
 * @param state what has changed in what they remember
 */
record CorrelationFindings(
    List<Alert> alerts, List<AlertRepeat> repeats, List<CorrelationCell> state) {
  boolean isEmpty() {
    return alerts.isEmpty() && repeats.isEmpty() && state.isEmpty();
  }
}
