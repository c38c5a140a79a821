package io.eventsec.core.pipeline;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.ingest.BatchDecoder;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.EventIndex;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IndexReport;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReaderPositions;
import io.eventsec.core.spi.ReaderStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Journal to search index. Each step reads some batches, stores their events under their ids, and
 * then moves its position; a step that is done again stores nothing twice. Records that cannot be
 * decoded are left to {@link DetectionPipeline}, which keeps them; those that the index refuses are
 * kept from here.
 *
 * <p>Not thread-safe: one thread steps it. Several nodes may each step one of their own.
 */
public final class IndexPipeline {
  /** The name its position is kept under. */
  public static final String READER = "index";

  private final EventJournal journal;
  private final BatchDecoder decoder;
  private final EventIndex index;
  private final ReaderPositions positions;
  private final ReadLimit limit;

  /**
   * A pipeline over these parts.
   *
   * @param limit how much a step reads
   */
  public IndexPipeline(
      Source source, EventIndex index, ReaderPositions positions, ReadLimit limit) {
    this.journal = source.journal();
    this.decoder = source.decoder();
    this.index = index;
    this.positions = positions;
    this.limit = limit;
  }

  /**
   * Does one step.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if journal, index or position store do
   *     not answer; step again later
   * @throws io.eventsec.core.spi.PositionConflictException if another node did this step; step
   *     again
   */
  public StepReport step() {
    JournalPosition from = positions.position(READER);
    List<JournalEntry> entries = journal.read(from, limit);
    if (entries.isEmpty()) {
      return StepReport.IDLE;
    }
    List<List<Event>> events = new ArrayList<>(entries.size());
    entries.forEach(entry -> events.add(decoder.decode(entry.batch()).events()));
    List<Event> all = events.stream().flatMap(List::stream).toList();
    IndexReport report = index.index(all);
    JournalPosition to = entries.get(entries.size() - 1).position();
    positions.advance(
        new ReaderStep(READER, from, to), refused(entries, events, report.rejections()));
    return new StepReport(entries.size(), all.size(), report.stored(), report.rejections().size());
  }

  private List<DeadLetter> refused(
      List<JournalEntry> entries, List<List<Event>> events, Map<EventId, Rejection> rejections) {
    List<DeadLetter> letters = new ArrayList<>();
    if (rejections.isEmpty()) {
      return letters;
    }
    for (int i = 0; i < entries.size(); i++) {
      for (Event event : events.get(i)) {
        Rejection rejection = rejections.get(event.id());
        if (rejection != null) {
          letters.add(ReaderPositions.deadLetter(entries.get(i), rejection, decoder.version()));
        }
      }
    }
    return letters;
  }
}
