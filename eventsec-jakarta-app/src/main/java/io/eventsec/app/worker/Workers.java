package io.eventsec.app.worker;

import io.eventsec.app.config.Settings;
import io.eventsec.app.config.WorkerSettings;
import io.eventsec.app.gate.SchemaGate;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.pipeline.AlertDelivery;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.IndexPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.search.OpenSearchAlerts;
import io.eventsec.search.OpenSearchEvents;
import io.eventsec.search.OpenSearchTemplates;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The loops of this node: a preparation once the schema is there, then the others. */
@ApplicationScoped
public class Workers {
  /** The reader that finds alerts. */
  public static final String DETECT = DetectionPipeline.READER;

  /** The reader that stores events for search. */
  public static final String INDEX = IndexPipeline.READER;

  /** What brings alerts to their searchable copies. */
  public static final String DELIVERY = "delivery";

  private static final String TRIM = "trim";
  private static final Duration TRIM_EVERY = Duration.ofMinutes(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  @Inject Settings settings;
  @Inject SchemaGate gate;
  @Inject AppendSignal signal;
  @Inject Preparation preparation;
  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore store;
  @Inject PostgresOutbox outbox;
  @Inject EventDecoder decoder;
  @Inject RuleBook rules;
  @Inject OpenSearchEvents events;
  @Inject OpenSearchAlerts alerts;
  @Inject OpenSearchTemplates templates;

  private final Map<String, Loop> loops = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Loop preparing =
      new Loop("preparation", this::prepare, new AppendSignal(), Duration.ofSeconds(1));
  private @Nullable ThreadFactory factory;
  private volatile boolean prepared;

  @PostConstruct
  void assemble() {
    WorkerSettings worker = settings.worker();
    ReadLimit limit = new ReadLimit(worker.readBatches(), worker.readBytes());
    Source source = new Source(journal, decoder);
    DetectionPipeline detection = new DetectionPipeline(source, rules::detection, store, limit);
    IndexPipeline indexing = new IndexPipeline(source, events, store, limit);
    AlertDelivery delivery = new AlertDelivery(outbox, alerts);
    add(DETECT, () -> detected(detection.step()), worker.poll());
    add(INDEX, new WithTemplates(templates, () -> !indexing.step().idle()), worker.poll());
    add(DELIVERY, new WithTemplates(templates, () -> !delivery.step().idle()), worker.poll());
    JournalTrim trim =
        new JournalTrim(journal, store, settings.retention().journal(), InstantSource.system());
    loops.put(TRIM, new Loop(TRIM, trim::run, new AppendSignal(), TRIM_EVERY));
  }

  /** How the named loop is. */
  public LoopState state(String name) {
    Loop loop = loops.get(name);
    if (loop == null) {
      throw new IllegalArgumentException("There is no loop " + name);
    }
    return loop.state();
  }

  /** How the preparation is; idle once it is done. */
  public LoopState preparation() {
    LoopState state = preparing.state();
    return prepared ? state.in(LoopState.Phase.IDLE, Optional.empty()) : state;
  }

  synchronized void start(ThreadFactory threadFactory) {
    this.factory = threadFactory;
    run(preparing);
  }

  synchronized void stop() throws InterruptedException {
    preparing.stop();
    loops.values().forEach(Loop::stop);
    Instant deadline = Instant.now().plus(STOP_WITHIN);
    for (Thread thread : threads) {
      thread.join(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
      thread.interrupt();
    }
    factory = null;
  }

  /** A step: waits for the schema, prepares, and sets the other loops going. */
  private boolean prepare() throws InterruptedException {
    if (!gate.await(Duration.ofSeconds(1))) {
      return false;
    }
    preparation.run();
    prepared = true;
    preparing.stop();
    startAll();
    return false;
  }

  private synchronized void startAll() {
    loops.values().forEach(this::run);
  }

  private void run(Loop loop) {
    if (factory != null) {
      Thread thread = factory.newThread(loop);
      thread.setName("eventsec-" + loop.state().name());
      threads.add(thread);
      thread.start();
    }
  }

  private void add(String name, Loop.Step step, Duration poll) {
    loops.put(name, new Loop(name, step, signal, poll));
  }

  /** New alerts are in the outbox: their delivery need not wait for its next look. */
  private boolean detected(StepReport report) {
    if (report.results() > 0) {
      signal.raise();
    }
    return !report.idle();
  }
}
