package io.eventsec.persistence.detection;

import io.eventsec.core.ingest.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * Which dead letters of a tenant are meant: those that everything said here is true of; with
 * nothing said, all of them.
 *
 * @param ids their numbers; empty for any
 */
public record DeadLetterSelection(
    List<Long> ids,
    Optional<Rejection.Stage> stage,
    Optional<String> cause,
    Optional<String> source) {
  private static final int MOST_IDS = 500;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there are more than 500 ids
   */
  public DeadLetterSelection {
    ids = List.copyOf(ids);
    if (ids.size() > MOST_IDS) {
      throw new IllegalArgumentException(
          "There are " + ids.size() + " ids: send at most " + MOST_IDS + ", or name the group");
    }
  }
}
