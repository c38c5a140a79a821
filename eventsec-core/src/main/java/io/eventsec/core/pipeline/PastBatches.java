package io.eventsec.core.pipeline;

import io.eventsec.core.event.Event;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import java.time.Instant;
import java.util.List;

/** Batches that were read before, read again by whoever has the right to do so for a while. */
final class PastBatches {
  private static final ReadLimit ONE = new ReadLimit(1, 1);

  private final Source source;
  private final ReadLimit limit;
  private final Runnable keep;

  /**
   * Some batches.
   *
   * @param keep keeps the right; called before each reading, and may throw
   */
  PastBatches(Source source, ReadLimit limit, Runnable keep) {
    this.source = source;
    this.limit = limit;
    this.keep = keep;
  }

  /** The next batches behind a position. */
  List<JournalEntry> behind(long position) {
    keep();
    return source.journal().read(new JournalPosition(position), limit);
  }

  /**
   * The same, if the journal still has the batch next to that position.
   *
   * @throws GoneException if it has not
   */
  List<JournalEntry> nextTo(long position) {
    List<JournalEntry> entries = behind(position);
    if (entries.isEmpty() || entries.get(0).position().value() != position + 1) {
      String rest =
          entries.isEmpty()
              ? "nothing behind it"
              : "the next that it has is " + entries.get(0).position().value();
      throw new GoneException(
          "The journal no longer has the batch at position " + (position + 1) + ": " + rest);
    }
    return entries;
  }

  /** Keeps the right to read on. */
  void keep() {
    try {
      keep.run();
    } catch (RuntimeException e) {
      throw new StoppedException(e);
    }
  }

  int batchesAtOnce() {
    return limit.batches();
  }

  Evidence evidence() {
    return new Evidence(source);
  }

  List<Event> events(JournalEntry entry) {
    return source.decoder().decode(entry.batch()).events();
  }

  /**
   * The first position of those in question whose batch was received at that time or later.
   *
   * @param from the first of them
   * @param end behind the last; the answer if all were received earlier
   */
  long receivedSince(Instant time, long from, long end) {
    long low = from;
    long high = end;
    while (low < high) {
      long middle = low + (high - low) / 2;
      keep();
      List<JournalEntry> entry = source.journal().read(new JournalPosition(middle - 1), ONE);
      // What was dropped meanwhile was older than all that is left.
      boolean old =
          !entry.isEmpty()
              && (entry.get(0).position().value() > middle
                  || entry.get(0).batch().receivedAt().isBefore(time));
      if (old) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Thrown when the right to read on is lost. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    StoppedException(RuntimeException reason) {
      super(reason);
      this.reason = reason;
    }

    /** What was thrown. */
    RuntimeException reason() {
      return reason;
    }
  }

  /** Thrown when the journal has forgotten what is to be read. */
  static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GoneException(String message) {
      super(message);
    }
  }
}
