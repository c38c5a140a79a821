package io.eventsec.core.spi;

import io.eventsec.core.alert.AlertMerge;
import java.util.List;

/**
 * What was kept from being an alert of its own in one step.
 *
 * @param merges matches that are one alert with others, each alert once
 * @param hits events that exceptions kept from a rule, each exception once
 */
public record NoiseCommit(List<AlertMerge> merges, List<ExceptionHits> hits) {
  /** Nothing. */
  public static final NoiseCommit NONE = new NoiseCommit(List.of(), List.of());

  /** Copies the lists. */
  public NoiseCommit {
    merges = List.copyOf(merges);
    hits = List.copyOf(hits);
  }
}
