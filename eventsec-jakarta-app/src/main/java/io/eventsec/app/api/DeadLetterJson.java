package io.eventsec.app.api;

import io.eventsec.core.ingest.Rejection;
import io.eventsec.persistence.detection.DeadLetterGroup;
import io.eventsec.persistence.detection.EvictionNotice;
import io.eventsec.persistence.detection.StoredDeadLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param parser what refused it, release and formats; empty if that was not kept
 */
public record DeadLetterJson(
    String id,
    String source,
    String stage,
    String reason,
    String cause,
    String raw,
    boolean rawTruncated,
    Instant receivedAt,
    String parser) {
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
        stored.letter().receivedAt(),
        stored.letter().parser());
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
   * @param refusedByOther how many were refused by other formats or another release than today's
   */
  public record Group(
      String stage,
      String cause,
      String source,
      long count,
      Instant firstSeen,
      Instant lastSeen,
      long refusedByOther) {
    static Group of(DeadLetterGroup group) {
      return new Group(
          Values.name(group.stage()),
          group.cause(),
          group.source(),
          group.count(),
          group.firstSeen(),
          group.lastSeen(),
          group.refusedByOther());
    }
  }

  /**
   * What they take, and whether the oldest will go.
   *
   * @param letters how many there are
   * @param bytes of their records
   * @param mostLetters how many are kept
   * @param mostBytes of records that are kept
   * @param parser what reads records now
   * @param notices announcements that the oldest go, newest first, at most ten
   */
  public record Standing(
      long letters,
      long bytes,
      long mostLetters,
      long mostBytes,
      String parser,
      List<Notice> notices) {}

  /**
   * An announcement that the oldest go.
   *
   * @param announcedAt when it was made
   * @param dueAt when they go unless there are fewer by then
   * @param letters how many there were
   * @param bytes of their records
   * @param evicted how many have gone
   * @param endedAt when it was carried out or had become needless; null while it is open
   */
  public record Notice(
      Instant announcedAt,
      Instant dueAt,
      long letters,
      long bytes,
      long evicted,
      @Nullable Instant endedAt) {
    static Notice of(EvictionNotice notice) {
      return new Notice(
          notice.announcedAt(),
          notice.dueAt(),
          notice.letters(),
          notice.bytes(),
          notice.evicted(),
          notice.endedAt().orElse(null));
    }
  }

  /**
   * Which are meant: all that everything said is true of.
   *
   * @param ids their numbers, at most 500
   * @param stage where they failed
   * @param cause the short name of what was wrong
   * @param source the source they were sent under
   * @param format for a replay, the name of their format; told from each record if it is not said
   * @param after for a replay, what the answer before had in next
   */
  public record Request(
      @Nullable List<String> ids,
      @Nullable String stage,
      @Nullable String cause,
      @Nullable String source,
      @Nullable String format,
      @Nullable String after) {}

  /**
   * What a replay did.
   *
   * @param replayed how many are on their way again and no dead letters any more
   * @param stillRefused how many would be refused again, and stay
   * @param alreadyJudged how many stay because rules have seen their events
   * @param next what to send as after for those that are left; empty if that were all
   */
  public record Replayed(int replayed, int stillRefused, int alreadyJudged, String next) {}

  /**
   * What was thrown away.
   *
   * @param discarded how many
   * @param more true if there may be more that are meant
   */
  public record Discarded(int discarded, boolean more) {}

  /**
   * A record with all of its text.
   *
   * @param letter without its text
   * @param raw the whole record
   */
  public record Whole(DeadLetterJson letter, String raw) {
    static Whole of(StoredDeadLetter stored) {
      return new Whole(DeadLetterJson.of(stored), stored.letter().rejection().raw());
    }
  }
}
