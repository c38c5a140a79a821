package io.eventsec.core.pipeline;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.ingest.BatchDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.EventJournal;
import java.nio.charset.StandardCharsets;

/**
 * Sends dead letters on their way again, after a format was mended or named. Safe to share between
 * threads.
 *
 * <p>A letter becomes a batch of its own whose key follows from the letter alone, so replaying it
 * twice, on two nodes or after a crash, is one batch and one event. It is looked at before it is
 * journalled: what would be refused again stays where it is.
 */
public final class DeadLetterReplay {
  private static final String KEY = "dead-letter/";

  private final BatchDecoder decoder;
  private final EventJournal journal;

  /**
   * Replays into a journal.
   *
   * @param decoder the one that the journal's readers have
   */
  public DeadLetterReplay(BatchDecoder decoder, EventJournal journal) {
    this.decoder = decoder;
    this.journal = journal;
  }

  /** What became of a letter. */
  public enum Outcome {
    /** Its record is in the journal; the letter has done its part. */
    REPLAYED,
    /** It would be refused again. */
    STILL_REFUSED,
    /**
     * Its event was judged already and only a later step failed: replaying it would judge it twice.
     */
    ALREADY_JUDGED
  }

  /**
   * Replays one.
   *
   * @param format the name of the record's format, or {@link RawBatch#AUTO}
   * @throws io.eventsec.core.spi.StoreUnavailableException if the journal does not answer; try
   *     again later
   */
  public Outcome replay(DeadLetter letter, String format) {
    Rejection.Stage stage = letter.rejection().stage();
    if (stage != Rejection.Stage.PARSE && stage != Rejection.Stage.NORMALISE) {
      return Outcome.ALREADY_JUDGED;
    }
    RawBatch batch = batch(letter, format);
    if (decoder.decode(batch).events().size() != 1) {
      return Outcome.STILL_REFUSED;
    }
    journal.append(batch);
    return Outcome.REPLAYED;
  }

  /** Received when it was first: that tells the year of times that have none. */
  private static RawBatch batch(DeadLetter letter, String format) {
    String key = KEY + letter.rejection().eventId().value();
    return new RawBatch(
        new EventOrigin(letter.tenant(), letter.source(), key, 0),
        key,
        format,
        letter.receivedAt(),
        letter.rejection().raw().getBytes(StandardCharsets.UTF_8),
        1);
  }
}
