package io.eventsec.core.correlate.internal;

import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.internal.Timespan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a correlation says of its own evaluation, below the attribute {@code eventsec}, which the
 * specification leaves to whoever runs it.
 *
 * @param lateness how much later than others of its source an event may come
 * @param quiet when a condition that is reached again is another alert
 * @param faults what it says and is nothing
 */
record Tuning(Optional<Duration> lateness, Optional<Duration> quiet, List<String> faults) {
  private static final String LATENESS = "lateness";
  private static final String QUIET = "quiet";

  /** Checked where the rule is read. */
  private static final String RISK = "risk";

  private static final Duration LONGEST = Duration.ofDays(366);

  static Tuning of(SigmaCorrelation rule) {
    Object said = rule.metadata().custom().get(SigmaMetadata.OWN);
    List<String> faults = new ArrayList<>();
    if (said instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        if (!key.equals(LATENESS) && !key.equals(QUIET) && !key.equals(RISK)) {
          faults.add("has '" + key + "' below 'eventsec', which is nothing");
        }
      }
      return new Tuning(
          duration(LATENESS, map.get(LATENESS), faults),
          duration(QUIET, map.get(QUIET), faults),
          faults);
    }
    if (said != null) {
      faults.add("has '" + said + "' as 'eventsec', which is no map");
    }
    return new Tuning(Optional.empty(), Optional.empty(), faults);
  }

  private static Optional<Duration> duration(
      String name, @Nullable Object said, List<String> faults) {
    if (said == null) {
      return Optional.empty();
    }
    String text = said.toString();
    Optional<Duration> duration =
        text.matches("0[smhdwMy]") ? Optional.of(Duration.ZERO) : Timespan.parse(text);
    if (duration.isEmpty() || duration.get().compareTo(LONGEST) > 0) {
      faults.add("has the " + name + " '" + text + "', which is no time of at most a year");
      return Optional.empty();
    }
    return duration;
  }
}
