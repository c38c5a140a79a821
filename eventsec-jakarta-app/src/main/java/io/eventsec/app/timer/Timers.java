package io.eventsec.app.timer;

import io.eventsec.app.config.Configuration;
import io.eventsec.app.config.Settings;
import io.eventsec.app.gate.SchemaGate;
import io.eventsec.app.http.Outages;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.app.worker.NodeId;
import io.eventsec.persistence.job.Jobs;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One EJB timer for each job. Not persistent: whether a job is due, and whose it is, is in the
 * database, so that a timer that fires on several nodes, twice, or late does no harm. A timer that
 * fires while its job runs on this node does nothing.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Timers {
  private static final Logger LOG = System.getLogger(Timers.class.getName());

  /** How long a job may be silent before another node takes it. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** Jobs are looked at this often, or as often as they are due. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  @Resource TimerService timers;
  @Inject Configuration configuration;
  @Inject Settings settings;
  @Inject SchemaGate gate;
  @Inject Jobs jobs;
  @Inject NodeId node;
  @Inject TimedJobs all;

  private final Map<String, AtomicBoolean> busy = new TreeMap<>();
  private final AtomicBoolean added = new AtomicBoolean();
  private final AtomicBoolean complained = new AtomicBoolean();

  @SuppressWarnings("NullAway.Init")
  private JobRunner runner;

  @PostConstruct
  void start() {
    runner = new JobRunner(jobs, node.value(), LEASE);
    if (!configuration.sound() || !settings.node().role().works()) {
      return;
    }
    for (TimedJob job : all.list()) {
      busy.put(job.name(), new AtomicBoolean());
      long look = Math.min(LOOK.toMillis(), job.every().toMillis());
      timers.createIntervalTimer(look, look, new TimerConfig(job.name(), false));
    }
  }

  @Timeout
  void due(Timer timer) {
    String name = String.valueOf(timer.getInfo());
    AtomicBoolean mine = busy.get(name);
    if (mine == null || !mine.compareAndSet(false, true)) {
      return;
    }
    try {
      if (gate.openWithin(settings.node().gateDeadline())) {
        run(name);
        complained.set(false);
      }
    } catch (RuntimeException | LinkageError e) {
      complain(e);
    } finally {
      mine.set(false);
    }
  }

  private void run(String name) {
    if (!added.get()) {
      jobs.add(all.list().stream().map(TimedJob::name).toList());
      added.set(true);
    }
    runner.runIfDue(all.named(name));
  }

  /** Once for each time that the jobs cannot be had; a job's own failures are kept with the job. */
  private void complain(Throwable e) {
    if (complained.compareAndSet(false, true)) {
      String reason = Outages.isOne(e) ? Outages.reason(e) : String.valueOf(e.getMessage());
      WorkerMessages.TIMERS_WAIT.log(LOG, reason);
    }
  }
}
