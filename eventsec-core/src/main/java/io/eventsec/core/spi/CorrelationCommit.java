package io.eventsec.core.spi;

import io.eventsec.core.alert.AlertRepeat;
import java.util.List;

/**
 * What correlations have come to in one step, besides alerts.
 *
 * @param repeats alerts, of this or earlier steps, that have gone on; the last word about each
 * @param state the parts of what correlations remember that have changed
 * @param counts what has come to the counts
 * @param untimely events that could not be taken up
 */
public record CorrelationCommit(
    List<AlertRepeat> repeats,
    List<CorrelationCell> state,
    List<CorrelationCount> counts,
    List<UntimelyNote> untimely) {
  /** Nothing. */
  public static final CorrelationCommit NONE =
      new CorrelationCommit(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public CorrelationCommit {
    repeats = List.copyOf(repeats);
    state = List.copyOf(state);
    counts = List.copyOf(counts);
    untimely = List.copyOf(untimely);
  }

  /** True if there is nothing to be written. */
  public boolean isEmpty() {
    return repeats.isEmpty() && state.isEmpty() && counts.isEmpty() && untimely.isEmpty();
  }
}
