package io.eventsec.app.api;

import io.eventsec.app.security.Caller;
import io.eventsec.app.worker.AppendSignal;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.pipeline.DeadLetterReplay;
import io.eventsec.core.pipeline.DeadLetterReplay.Outcome;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.persistence.detection.DeadLetterSelection;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import io.eventsec.persistence.detection.StoredDeadLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Replays and discards dead letters, some at a time. */
@ApplicationScoped
public class DeadLetterService {
  /** How many one call looks at: a few seconds of work. */
  private static final int MOST = 500;

  @Inject PostgresDeadLetters letters;
  @Inject EventJournal journal;
  @Inject EventDecoder decoder;
  @Inject AppendSignal signal;
  @Inject DeadLetterFile file;
  @Inject Caller caller;

  /**
   * Replays those that are meant. What was replayed is in the journal before it is no longer a dead
   * letter, under a key that makes doing so again harmless.
   *
   * @param after the number of the last letter that a call before looked at; 0 to start
   */
  public DeadLetterJson.Replayed replay(DeadLetterSelection selection, String format, long after) {
    DeadLetterReplay replay = new DeadLetterReplay(decoder, journal);
    List<StoredDeadLetter> found = letters.selected(caller.tenant(), selection, after, MOST);
    List<Long> replayed = new ArrayList<>();
    int refused = 0;
    int judged = 0;
    for (StoredDeadLetter letter : found) {
      Outcome outcome = replay.replay(letter.letter(), format);
      if (outcome == Outcome.REPLAYED) {
        replayed.add(letter.id());
      } else if (outcome == Outcome.STILL_REFUSED) {
        refused++;
      } else {
        judged++;
      }
    }
    if (!replayed.isEmpty()) {
      signal.raise();
      file.remove(selection, replayed, "dead-letter.replay");
    }
    return new DeadLetterJson.Replayed(replayed.size(), refused, judged, next(found));
  }

  /** Discards those that are meant; the audit says who did. */
  public DeadLetterJson.Discarded discard(DeadLetterSelection selection) {
    List<StoredDeadLetter> found = letters.selected(caller.tenant(), selection, 0, MOST);
    int removed =
        file.remove(
            selection, found.stream().map(StoredDeadLetter::id).toList(), "dead-letter.discard");
    return new DeadLetterJson.Discarded(removed, found.size() == MOST);
  }

  private static String next(List<StoredDeadLetter> found) {
    return found.size() < MOST ? "" : Long.toString(found.get(found.size() - 1).id());
  }
}
