package io.eventsec.core.retention;

import java.util.List;

/**
 * What became of a plan: dropped and postponed together are all that it was to drop.
 *
 * @param dropped what is gone
 * @param postponed what is still there, to be tried again with the next plan
 */
public record RetentionReport(List<RetentionPlan.Drop> dropped, List<Postponed> postponed) {
  /** Copies the lists. */
  public RetentionReport {
    dropped = List.copyOf(dropped);
    postponed = List.copyOf(postponed);
  }

  /**
   * A part that was not dropped.
   *
   * @param segment which
   * @param reason why, for a person
   */
  public record Postponed(Segment segment, String reason) {}

  /** How many things are gone. */
  public long items() {
    return dropped.stream().mapToLong(drop -> drop.segment().items()).sum();
  }

  /** How many bytes were given back. */
  public long bytes() {
    return dropped.stream().mapToLong(drop -> drop.segment().bytes()).sum();
  }
}
