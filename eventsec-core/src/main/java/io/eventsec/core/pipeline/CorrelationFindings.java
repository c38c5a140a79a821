package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.spi.CorrelationCommit;
import java.util.List;

/**
 * What correlations found in one step.
 *
 * @param alerts those whose condition was reached for the first time
 * @param rest everything else that is to be written
 */
record CorrelationFindings(List<Alert> alerts, CorrelationCommit rest) {
  boolean isEmpty() {
    return alerts.isEmpty() && rest.isEmpty();
  }
}
