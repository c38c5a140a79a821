package io.eventsec.cli.follow;

import io.eventsec.cli.follow.FollowedFile.Turn;
import io.eventsec.cli.send.IngestClient;
import io.eventsec.cli.tail.MarkStore;
import io.eventsec.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Follows files until it is stopped: looks for them, gives those that have something to send a turn
 * each, tells how it is. Memory is bounded by the turns that are taken at a time, whatever the
 * number and size of files. Runs on the caller's thread and some of its own, which end with it.
 */
public final class Follower {
  private final FollowPlan plan;
  private final Terminal terminal;
  private final Notes notes;
  private final Stop stop;
  private final Delivery delivery;
  private final Watched watched;
  private final FollowProgress progress;
  private final Map<FollowedFile, Future<Turn>> turns = new HashMap<>();
  private final FileProblems problems;
  private String healthProblem = "";
  private final Semaphore ended = new Semaphore(0);

  /** A follower that ends when it is asked to. */
  public Follower(FollowPlan plan, IngestClient client, Terminal terminal, Stop stop) {
    this.plan = plan;
    this.terminal = terminal;
    this.stop = stop;
    this.notes = new Notes(terminal);
    this.delivery = new Delivery(client, notes, stop);
    this.watched = new Watched(plan.names(), plan.archives());
    this.progress = new FollowProgress(terminal);
    this.problems = new FileProblems(notes);
  }

  /** Follows. Returns when it was asked to end and what was taken is remembered. */
  public void run() throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(plan.inFlight());
    try (MarkStore store = MarkStore.open(plan.state())) {
      Shipping shipping =
          new Shipping(
              store,
              delivery,
              notes,
              stop,
              plan.limits(),
              plan.times(),
              new AtomicBoolean(),
              System::nanoTime);
      Catalogue catalogue = new Catalogue(shipping, plan.mostFiles());
      try {
        follow(catalogue, workers);
      } finally {
        end(catalogue, workers);
      }
    } finally {
      workers.shutdownNow();
      stop.done();
    }
  }

  private void follow(Catalogue catalogue, ExecutorService workers)
      throws IOException, InterruptedException {
    Timer scans = new Timer(plan.times().scan());
    Timer health = new Timer(plan.times().health());
    do {
      settle(catalogue);
      if (scans.isDue()) {
        Watched.Scan scan = watched.scan();
        catalogue.see(scan);
        problems.now(scan.problems(), catalogue.leftOut());
      }
      giveTurns(catalogue, workers);
      if (health.isDue()) {
        writeHealth(catalogue, state(catalogue));
      }
      progress.at(delivery.acknowledged(), catalogue.files());
      // A turn that ends is followed by the next one at once.
      ended.tryAcquire(plan.times().tick().toMillis(), TimeUnit.MILLISECONDS);
      ended.drainPermits();
    } while (!stop.isAsked());
  }

  /** Whether something is due, by a clock that only goes on. */
  private static final class Timer {
    private final long every;
    private long due = System.nanoTime();

    Timer(Duration every) {
      this.every = every.toNanos();
    }

    boolean isDue() {
      long now = System.nanoTime();
      if (now - due < 0) {
        return false;
      }
      due = now + every;
      return true;
    }
  }

  private void giveTurns(Catalogue catalogue, ExecutorService workers) {
    for (FollowedFile file : catalogue.files()) {
      if (!turns.containsKey(file) && file.hasWork()) {
        turns.put(file, workers.submit(() -> turn(file)));
      }
    }
  }

  private Turn turn(FollowedFile file) throws InterruptedException, StoppedException {
    try {
      return file.turn();
    } finally {
      ended.release();
    }
  }

  /** Looks what came of the turns that have ended. */
  private void settle(Catalogue catalogue) throws InterruptedException {
    List<FollowedFile> files = new ArrayList<>(turns.keySet());
    for (FollowedFile file : files) {
      Future<Turn> turn = turns.get(file);
      if (turn != null && turn.isDone()) {
        turns.remove(file);
        settle(catalogue, file, turn);
      }
    }
  }

  private void settle(Catalogue catalogue, FollowedFile file, Future<Turn> turn)
      throws InterruptedException {
    try {
      switch (turn.get()) {
        case FINISHED -> catalogue.finished(file);
        case REPLACED -> catalogue.replaced(file);
        case MORE, IDLE -> {}
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof StoppedException)) {
        throw new IllegalStateException("A turn of " + file.mark().path() + " failed", e);
      }
    }
  }

  private void end(Catalogue catalogue, ExecutorService workers)
      throws IOException, InterruptedException {
    writeHealth(catalogue, "stopping");
    workers.shutdown();
    if (!workers.awaitTermination(plan.times().end().toMillis(), TimeUnit.MILLISECONDS)) {
      workers.shutdownNow();
      notes.say(
          "the batches under way are not acknowledged; they are sent again at the next start");
      workers.awaitTermination(5, TimeUnit.SECONDS);
    }
    for (FollowedFile file : catalogue.files()) {
      file.save();
      file.close();
    }
    writeHealth(catalogue, "stopped");
    terminal.clearTransient();
    notes.say("stopped: " + delivery.acknowledged() + " acknowledged");
  }

  private String state(Catalogue catalogue) {
    if (catalogue.files().stream().anyMatch(file -> file.health().refused())) {
      return "refused";
    }
    return delivery.isWaiting() ? "waiting" : "running";
  }

  private void writeHealth(Catalogue catalogue, String state) {
    if (plan.health().isEmpty()) {
      return;
    }
    Path file = plan.health().get();
    try {
      new HealthFile(file).write(health(catalogue, state));
    } catch (IOException e) {
      String cause = Watched.cause(e);
      if (!cause.equals(healthProblem)) {
        healthProblem = cause;
        notes.problem("the health file " + file + " cannot be written: " + cause);
      }
    }
  }

  private CollectorHealth health(Catalogue catalogue, String state) {
    return new CollectorHealth(
        state,
        delivery.acknowledged(),
        delivery.duplicates(),
        delivery.lastAcknowledged(),
        notes.last(),
        catalogue.files().stream().map(FollowedFile::health).toList(),
        catalogue.resting(),
        catalogue.leftOut(),
        problems.current());
  }
}
