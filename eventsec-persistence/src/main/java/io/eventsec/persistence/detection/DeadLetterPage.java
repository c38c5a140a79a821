package io.eventsec.persistence.detection;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some dead letters, newest first.
 *
 * @param letters at most as many as asked for
 * @param next where the next page starts; empty on the last one
 */
public record DeadLetterPage(List<StoredDeadLetter> letters, OptionalLong next) {
  /** Copies the list. */
  public DeadLetterPage {
    letters = List.copyOf(letters);
  }
}
