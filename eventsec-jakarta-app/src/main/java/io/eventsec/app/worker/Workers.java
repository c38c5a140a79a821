package io.eventsec.app.worker;

import io.eventsec.app.config.Settings;
import io.eventsec.app.config.WorkerSettings;
import io.eventsec.app.enrich.Enrichment;
import io.eventsec.app.gate.SchemaGate;
import io.eventsec.app.metrics.StageMetrics;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.app.wiring.Templates;
import io.eventsec.core.enrich.EnrichingDecoder;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.IndexPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.job.Lease;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.search.OpenSearchEvents;
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

/**
 * The loops of this node: a preparation once the schema is there, then the readers of the journal
 * if the node's role is to work. Each reader is one node's at a time.
 */
@ApplicationScoped
public class Workers {
  /** The reader that finds alerts. */
  public static final String DETECT = DetectionPipeline.READER;

  /** The reader that stores events for search. */
  public static final String INDEX = IndexPipeline.READER;

  /** How long a reader stands still when its node has gone without a word. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  /** What brings up to date what events are told; on each node that reads. */
  public static final String ENRICH = "enrichment";

  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  @Inject Settings settings;
  @Inject SchemaGate gate;
  @Inject AppendSignal signal;
  @Inject Preparation preparation;
  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore store;
  @Inject Jobs jobs;
  @Inject NodeId node;
  @Inject StageMetrics stages;
  @Inject EnrichingDecoder decoder;
  @Inject Enrichment enrichment;
  @Inject RuleBook rules;
  @Inject OpenSearchEvents events;
  @Inject Templates templates;

  private final Map<String, Loop> loops = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable Loop refreshing;
  private final Loop preparing =
      new Loop("preparation", this::prepare, new AppendSignal(), Duration.ofSeconds(1));
  private @Nullable ThreadFactory factory;
  private volatile boolean prepared;

  @PostConstruct
  void assemble() {
    if (!settings.node().role().works()) {
      return;
    }
    WorkerSettings worker = settings.worker();
    ReadLimit limit = new ReadLimit(worker.readBatches(), worker.readBytes());
    Source source = new Source(journal, decoder);
    DetectionPipeline detection =
        new DetectionPipeline(
            source,
            rules::detection,
            store,
            limit,
            settings.correlation().options(),
            InstantSource.system());
    IndexPipeline indexing = new IndexPipeline(source, events, store, limit);
    add(DETECT, () -> outcome(stages.measure(DETECT, detection::step)));
    add(INDEX, () -> outcome(templates.with(() -> stages.measure(INDEX, indexing::step))));
    refreshing =
        new Loop(ENRICH, this::refresh, new AppendSignal(), settings.enrichment().refresh());
  }

  /** How the named reader is on this node; empty if this node's role is not to work. */
  public Optional<LoopState> state(String name) {
    return Optional.ofNullable(loops.get(name)).map(Loop::state);
  }

  /** How what events are told is kept up to date; empty if this node's role is not to work. */
  public Optional<LoopState> enrichment() {
    return Optional.ofNullable(refreshing).map(Loop::state);
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
    if (refreshing != null) {
      refreshing.stop();
    }
    Instant deadline = Instant.now().plus(STOP_WITHIN);
    for (Thread thread : threads) {
      thread.join(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
      thread.interrupt();
    }
    factory = null;
  }

  /** A step: waits for the schema, prepares, and sets the other loops going. */
  private Loop.Outcome prepare() throws InterruptedException {
    if (!gate.await(Duration.ofSeconds(1))) {
      gate.openWithin(settings.node().gateDeadline());
      return Loop.Outcome.IDLE;
    }
    preparation.run();
    if (refreshing != null) {
      // Before the first event is read: it would miss what it names.
      enrichment.refresh();
    }
    prepared = true;
    preparing.stop();
    startAll();
    return Loop.Outcome.IDLE;
  }

  private synchronized void startAll() {
    jobs.add(List.copyOf(loops.keySet()));
    if (refreshing != null) {
      run(refreshing);
    }
    loops.values().forEach(this::run);
  }

  private Loop.Outcome refresh() {
    enrichment.refresh();
    return Loop.Outcome.IDLE;
  }

  private void run(Loop loop) {
    if (factory != null) {
      Thread thread = factory.newThread(loop);
      thread.setName("eventsec-" + loop.state().name());
      threads.add(thread);
      thread.start();
    }
  }

  private void add(String name, Loop.Step step) {
    LeasedStep leased = new LeasedStep(new Lease(jobs, name, node.value(), LEASE), step);
    loops.put(name, new Loop(name, leased, signal, settings.worker().poll()));
  }

  private static Loop.Outcome outcome(StepReport report) {
    return Loop.Outcome.worked(!report.idle());
  }
}
