package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;

/**
 * Adds to events what is known beside them. Implementations are safe to share between threads, and
 * wait for nobody: what a stage needs to know it has at hand.
 */
public interface EnrichmentStage {

  /** What marks and counters call it: lower-case letters, digits and underscores. */
  String name();

  /**
   * The event with what was added; the same if there is nothing to add. The same event gives the
   * same again, as long as what is known stays the same.
   *
   * @throws RuntimeException if it cannot; the event then goes on as it was, with a mark
   */
  Event enrich(Event event);
}
