package io.eventsec.core.correlate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long correlations wait and how much they remember.
 *
 * @param lateness how much later than other events of its source an event may come; correlations
 *     answer that much later, unless they say {@code lateness} of their own below {@code eventsec}.
 *     Zero or more
 * @param latenessOf latenesses that go before both, by id of the correlation; of correlations that
 *     refer to each other the longest is taken for all
 * @param idleAfter a source that was not heard for so long holds nobody back
 * @param patience how long what is remembered is kept for a source that falls behind the others
 * @param ahead an event that says it happened so much later than it was received is set aside: its
 *     clock is wrong
 * @param quiet when a condition that is reached again is another alert, unless the correlation says
 *     {@code quiet} of its own below {@code eventsec}; its timespan if nothing is set
 * @param bytesOfRule memory for the groups of one correlation; beyond it the group that changed
 *     longest ago is forgotten, and counted
 * @param mostPending how many events wait for their turn; beyond it the earliest are taken up
 *     sooner, and those that come later than that are late
 */
public record CorrelatorOptions(
    Duration lateness,
    Map<String, Duration> latenessOf,
    Duration idleAfter,
    Duration patience,
    Duration ahead,
    Optional<Duration> quiet,
    long bytesOfRule,
    int mostPending) {
  /**
   * Two minutes of lateness and of silence, an hour of patience, 256 MiB a correlation, a million
   * events that wait.
   */
  public static final CorrelatorOptions DEFAULT =
      new CorrelatorOptions(
          Duration.ofMinutes(2),
          Map.of(),
          Duration.ofMinutes(2),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Optional.empty(),
          256L << 20,
          1_000_000);

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if a number or time is negative
   */
  public CorrelatorOptions {
    latenessOf = Map.copyOf(latenessOf);
    check("lateness", lateness);
    latenessOf.forEach((rule, value) -> check("lateness of " + rule, value));
    check("idleAfter", idleAfter);
    check("patience", patience);
    check("ahead", ahead);
    quiet.ifPresent(value -> check("quiet", value));
    if (bytesOfRule < 0 || mostPending < 0) {
      throw new IllegalArgumentException(
          "bytesOfRule " + bytesOfRule + " or mostPending " + mostPending + " is negative");
    }
  }

  private static void check(String name, Duration value) {
    if (value.isNegative() || value.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException(
          name + " is " + value + "; it must be from nothing to a year");
    }
  }

  /** The same with another lateness. */
  public CorrelatorOptions withLateness(Duration value) {
    return new CorrelatorOptions(
        value, latenessOf, idleAfter, patience, ahead, quiet, bytesOfRule, mostPending);
  }

  /** The same with other bounds of memory. */
  public CorrelatorOptions withMemory(long bytes, int pending) {
    return new CorrelatorOptions(
        lateness, latenessOf, idleAfter, patience, ahead, quiet, bytes, pending);
  }
}
