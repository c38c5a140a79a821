package io.eventsec.search;

import java.util.List;

/**
 * How OpenSearch is.
 *
 * @param state whether events can be stored and found
 * @param reason why not, and what to do, for a person; empty if it is up
 * @param clusterStatus {@code green}, {@code yellow} or {@code red}; {@code unknown} if it did not
 *     say
 * @param dataStreams the data streams of EVENTSEC that there are
 */
public record SearchHealth(
    State state, String reason, String clusterStatus, List<String> dataStreams) {
  /** Copies the list. */
  public SearchHealth {
    dataStreams = List.copyOf(dataStreams);
  }

  /** Whether it does its work. */
  public enum State {
    /** It does. */
    UP,
    /** It can be searched and not written to, or lacks copies it should have. */
    DEGRADED,
    /** It does not answer, or cannot be used. */
    DOWN
  }
}
