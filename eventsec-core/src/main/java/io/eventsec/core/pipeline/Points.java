package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskModel;
import io.eventsec.core.spi.NoiseCommit;
import io.eventsec.core.spi.RiskCommit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What alerts count, each once, however many matches it takes up. */
final class Points {
  private Points() {}

  static RiskCommit of(RiskModel model, Collection<Alert> alerts, NoiseCommit noise) {
    List<RiskContribution> points =
        Stream.concat(alerts.stream(), noise.merges().stream().map(AlertMerge::alert))
            .flatMap(alert -> model.contributions(alert).stream())
            .toList();
    return new RiskCommit(model.halfLife(), points);
  }
}
