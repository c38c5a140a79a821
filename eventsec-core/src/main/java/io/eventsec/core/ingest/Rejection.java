package io.eventsec.core.ingest;

import io.eventsec.core.event.EventId;

/**
 * A raw record that could not become, or not be stored as, an event.
 *
 * @param eventId the id the event would have had
 * @param stage where it failed
 * @param cause a short, stable name of what was wrong, for grouping: {@code json.syntax}, {@code
 *     format.unknown}
 * @param reason what was wrong with this one, naming the value, the rule it broke and the cure
 * @param raw the record as it came
 */
public record Rejection(EventId eventId, Stage stage, String cause, String reason, String raw) {

  /** The step that refused the record. */
  public enum Stage {
    /** The bytes are not a record of the format. */
    PARSE,
    /** The record could not be brought to ECS. */
    NORMALISE,
    /** A rule could not be evaluated for the event; the event itself goes on. */
    DETECT,
    /** The search index refused the event. */
    INDEX
  }
}
