package io.eventsec.persistence.inventory;

import java.util.List;

/**
 * A component whose versions on an asset are others than they were.
 *
 * @param kind how
 * @param ecosystem of the component
 * @param name of it
 * @param arch of it; may be empty
 * @param before the versions that were there, the first 50; none if it was not there
 * @param after the versions that are there, the first 50; none if it is gone
 */
public record ComponentChange(
    Kind kind,
    String ecosystem,
    String name,
    String arch,
    List<String> before,
    List<String> after) {
  /** Copies the lists. */
  public ComponentChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** How a component changed. */
  public enum Kind {
    /** It was not there before. */
    INSTALLED,
    /** It is there in other versions. */
    UPGRADED,
    /** It is there no more. */
    REMOVED
  }

  /**
   * How much is different.
   *
   * @param before how many components there were at the first moment
   * @param installed how many were not there before
   * @param upgraded how many are there in other versions
   * @param removed how many are there no more
   */
  public record Totals(long before, long installed, long upgraded, long removed) {}
}
