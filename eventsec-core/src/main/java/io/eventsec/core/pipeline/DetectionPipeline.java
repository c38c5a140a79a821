package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.NoiseCommit;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReaderPositions;
import io.eventsec.core.spi.ReaderStep;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Journal to alerts. Each step reads some batches, decodes them, runs the rules, and commits
 * alerts, dead letters and the new position together. A step that fails at any point leaves the
 * position where it was, and the next one does the same again with the same ids: no event is passed
 * over, no alert is raised twice.
 *
 * <p>Not thread-safe: one thread steps it. Several nodes may each step one of their own; the store
 * lets one of them win.
 */
public final class DetectionPipeline {
  /** The name its position is kept under. */
  public static final String READER = "detect";

  private final Source source;
  private final Supplier<? extends Detection> rules;
  private final DetectionStore store;
  private final ReadLimit limit;
  private final Correlators correlators;
  private final InstantSource clock;

  /**
   * A pipeline over these parts, with {@link CorrelatorOptions#DEFAULT} and the system's clock.
   *
   * @param rules asked once a step, so that new rules take effect between two steps
   * @param limit how much a step reads
   */
  public DetectionPipeline(
      Source source, Supplier<? extends Detection> rules, DetectionStore store, ReadLimit limit) {
    this(source, rules, store, limit, CorrelatorOptions.DEFAULT, InstantSource.system());
  }

  /**
   * A pipeline over these parts.
   *
   * @param correlating how long correlations wait and how much they remember
   * @param clock tells, when the journal has been read to its end, how long nothing has come
   */
  public DetectionPipeline(
      Source source,
      Supplier<? extends Detection> rules,
      DetectionStore store,
      ReadLimit limit,
      CorrelatorOptions correlating,
      InstantSource clock) {
    this.source = source;
    this.rules = rules;
    this.store = store;
    this.limit = limit;
    this.correlators = new Correlators(source, store, correlating);
    this.clock = clock;
  }

  /**
   * Does one step. Without anything to read it looks whether correlations have waited long enough.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if journal or store do not answer; step
   *     again later
   * @throws io.eventsec.core.spi.PositionConflictException if another node did this step; step
   *     again
   */
  public StepReport step() {
    JournalPosition from = store.position(READER);
    List<JournalEntry> entries = source.journal().read(from, limit);
    Instant readUpTo = clock.instant();
    Findings findings = new Findings(rules.get(), correlators, source.decoder().version());
    correlators.begin(findings.detection.correlations(), from);
    JournalPosition to = from;
    for (JournalEntry entry : entries) {
      findings.look(entry, source.decoder().decode(entry.batch()));
      to = entry.position();
      readUpTo = entry.batch().receivedAt();
    }
    CorrelationFindings correlated = correlators.release(readUpTo, findings.detection.policies());
    StepReport report = StepReport.IDLE;
    if (!entries.isEmpty() || !correlated.isEmpty()) {
      List<Alert> raised =
          store.commit(findings.commit(new ReaderStep(READER, from, to), correlated));
      report =
          new StepReport(
              entries.size(), findings.events, raised.size(), findings.deadLetters.size());
    }
    correlators.end(to);
    return report;
  }

  /** What a step has found so far. */
  private static final class Findings {
    private final Detection detection;
    private final Correlators correlators;
    private final String parser;
    private final CoverageNotes coverage;
    private final List<Alert> alerts = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Noise noise = new Noise();
    private long events;

    Findings(Detection detection, Correlators correlators, String parser) {
      this.detection = detection;
      this.correlators = correlators;
      this.parser = parser;
      this.coverage = new CoverageNotes(detection);
    }

    void look(JournalEntry entry, DecodedBatch batch) {
      events += batch.events().size();
      batch.rejections().forEach(rejection -> reject(entry, rejection));
      long failed = 0;
      for (Event event : batch.events()) {
        failed += look(entry, event) ? 0 : 1;
      }
      coverage.add(entry, batch.events(), failed);
    }

    /** False if it broke a rule. */
    private boolean look(JournalEntry entry, Event event) {
      try {
        Judgement judgement = detection.judge(event);
        for (Alert alert : judgement.alerts()) {
          alerts.add(alert.with(entry.batch().correlation()));
        }
        noise.add(event, judgement, entry.batch().correlation());
        correlators.add(event, judgement.matches(), judgement.closed(), entry.position());
        for (AlertMatches found : judgement.ofAlerts()) {
          correlators.add(found.event(), found.matches(), found.closed(), entry.position());
        }
        return true;
      } catch (RuntimeException e) {
        // An event that breaks a rule must not stop the events behind it for ever.
        reject(entry, failure(event, e));
        return false;
      }
    }

    private void reject(JournalEntry entry, Rejection rejection) {
      deadLetters.add(ReaderPositions.deadLetter(entry, rejection, parser));
    }

    private static Rejection failure(Event event, RuntimeException e) {
      return new Rejection(
          event.id(),
          Rejection.Stage.DETECT,
          "detect.failed",
          "The rules could not be run over this event: " + e,
          event.original());
    }

    DetectionCommit commit(ReaderStep step, CorrelationFindings correlated) {
      List<Alert> all = new ArrayList<>(alerts);
      all.addAll(correlated.alerts());
      NoiseCommit quiet = noise.commit();
      return new DetectionCommit(
          step,
          all,
          deadLetters,
          correlated.rest(),
          quiet,
          Points.of(detection.risk(), all, quiet),
          events,
          coverage.all());
    }
  }
}
