package io.eventsec.cli.detect;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.CorrelationStatistics;
import io.eventsec.core.correlate.Correlator;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.event.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Correlations over the events of all inputs, which are put in order once the last has been read,
 * since files are read one after the other and not as things happened. Not thread-safe.
 */
final class FileCorrelation {
  private static final int MOST_PENDING = 5_000_000;
  private static final int LINE_BITS = 40;
  private static final CorrelatorOptions OPTIONS =
      CorrelatorOptions.DEFAULT.withMemory(CorrelatorOptions.DEFAULT.bytesOfRule(), MOST_PENDING);

  private final Correlator correlator;
  private final List<String> files = new ArrayList<>();
  private long untimed;

  FileCorrelation(CorrelationRules rules, Tenant tenant) {
    this.correlator = Correlator.builder(tenant, rules).options(OPTIONS).build();
  }

  /** Takes an event in, unless it doesn't say when it happened: then no window can be its own. */
  void add(MatchedEvent matched) {
    if (matched.event().time().equals(matched.event().receivedAt())) {
      untimed++;
      return;
    }
    correlator.add(matched.event(), matched.matches(), locator(matched.place()), Set.of());
  }

  /** Files come one after the other. */
  private long locator(Place place) {
    if (files.isEmpty() || !files.get(files.size() - 1).equals(place.file())) {
      files.add(place.file());
    }
    return (long) (files.size() - 1) << LINE_BITS | place.line();
  }

  private Place place(long locator) {
    return new Place(files.get((int) (locator >>> LINE_BITS)), locator & (1L << LINE_BITS) - 1);
  }

  /**
   * Evaluates all correlations; to be called once.
   *
   * @param lines is given a line of JSON for each firing
   */
  void end(Consumer<String> lines) {
    FiringJson json = new FiringJson(this::place);
    correlator.end(firing -> lines.accept(json.of(firing)));
  }

  /** What each correlation has done. */
  List<CorrelationStatistics> statistics() {
    return correlator.statistics();
  }

  /** How many events that correlations need have no time of their own. */
  long untimed() {
    return untimed;
  }

  /** Tells why there may be fewer firings than there should be. */
  void tellLosses(Consumer<String> notes) {
    tell(notes, untimed, "events have no time of their own; correlations leave them out");
    tell(
        notes,
        sum(CorrelationStatistics::late),
        "events came too late for correlations: more than %,d waited; give inputs in the order of"
                .formatted(MOST_PENDING)
            + " time, or fewer at once");
    tell(
        notes,
        sum(CorrelationStatistics::ahead),
        "events are of a time to come; correlations leave them out");
    tell(
        notes,
        sum(CorrelationStatistics::evicted),
        "groups of correlations were forgotten, because there were too many");
    tell(
        notes,
        sum(CorrelationStatistics::trimmed),
        "values were left out of correlations, because their windows held too many");
  }

  private long sum(ToLongFunction<CorrelationStatistics> count) {
    return statistics().stream().mapToLong(count).sum();
  }

  private static void tell(Consumer<String> notes, long count, String what) {
    if (count > 0) {
      notes.accept(count + " " + what);
    }
  }
}
