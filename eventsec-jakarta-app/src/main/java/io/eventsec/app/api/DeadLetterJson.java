package io.eventsec.app.api;

import io.eventsec.core.ingest.Rejection;
import io.eventsec.persistence.detection.DeadLetterGroup;
import io.eventsec.persistence.detection.StoredDeadLetter;
import java.time.Instant;

/**
 * A record that was rejected.
 *
 * @param id its number
 * @param source the source it was sent under
 * @param stage parse, normalise, detect or index
 * @param reason what was wrong with it
 * @param cause the short name of what was wrong
 * @param raw the record, at most 4,096 characters of it
 * @param rawTruncated true if there is more
 * @param receivedAt when its batch was received
 */
public record DeadLetterJson(
    String id,
    String source,
    String stage,
    String reason,
    String cause,
    String raw,
    boolean rawTruncated,
    Instant receivedAt) {
  private static final int MOST = 4096;

  static DeadLetterJson of(StoredDeadLetter stored) {
    Rejection rejection = stored.letter().rejection();
    String raw = rejection.raw();
    boolean truncated = raw.length() > MOST;
    return new DeadLetterJson(
        Long.toString(stored.id()),
        stored.letter().source(),
        Values.name(rejection.stage()),
        rejection.reason(),
        rejection.cause(),
        truncated ? raw.substring(0, MOST) : raw,
        truncated,
        stored.letter().receivedAt());
  }

  /**
   * Records rejected for one cause.
   *
   * @param stage where they failed
   * @param cause the short name of what was wrong
   * @param source the source they were sent under
   * @param count how many
   * @param firstSeen when the first was received
   * @param lastSeen when the last was received
   */
  public record Group(
      String stage, String cause, String source, long count, Instant firstSeen, Instant lastSeen) {
    static Group of(DeadLetterGroup group) {
      return new Group(
          Values.name(group.stage()),
          group.cause(),
          group.source(),
          group.count(),
          group.firstSeen(),
          group.lastSeen());
    }
  }
}
