package io.eventsec.core.event;

/**
 * Where raw events come from: the part of an event's identity that its batch shares. The clock has
 * no part in it, so the same lines sent again are the same events.
 *
 * @param tenant whose they are
 * @param source the name of the source they were sent under
 * @param key what numbers the lines: a batch key, or the identity of a file
 * @param firstOrdinal the number of the batch's first line under that key, 0 or more
 */
public record EventOrigin(Tenant tenant, String source, String key, long firstOrdinal) {
  /**
   * Checks the ordinal.
   *
   * @throws IllegalArgumentException if {@code firstOrdinal} is negative
   */
  public EventOrigin {
    if (firstOrdinal < 0) {
      throw new IllegalArgumentException(
          "First ordinal " + firstOrdinal + " is negative; lines are numbered from 0");
    }
  }
}
