package io.eventsec.app.syslog;

import io.eventsec.app.http.Outages;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.SyslogMessages;
import io.eventsec.app.worker.Backoff;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.ingest.RawBatch;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Writes what waits in the lanes into the journal, batch by batch. A batch that fails is tried
 * again under the same key until it is there: if it was there already, it is there once.
 *
 * <p>Keys are made of a number that this process drew when it started and of the batch's own.
 * Nobody but this process can send a batch again, for syslog has no acknowledgement.
 */
final class Keeper implements Runnable {
  private static final Logger LOG = System.getLogger(Keeper.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** What is whole is told by its look, whatever device it is from. */
  private static final String FORMAT = RawBatch.AUTO;

  /** Only this format reads what the receiver writes behind a message that has a flaw. */
  private static final String FLAWED = "syslog";

  private final Lanes lanes;
  private final Sink sink;
  private final Figures figures;
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
  private final String run = UUID.randomUUID().toString();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Optional<String> failure = Optional.empty();
  private volatile boolean givenUp;
  private long number;

  /** Where batches go. */
  @FunctionalInterface
  interface Sink {
    /** Keeps a batch; when this returns it is on disk. */
    void keep(EventOrigin origin, String format, byte[] lines, int count);
  }

  Keeper(Lanes lanes, Sink sink, Figures figures) {
    this.lanes = lanes;
    this.sink = sink;
    this.figures = figures;
  }

  /** Why the last attempt failed, if it did. */
  Optional<String> failure() {
    return failure;
  }

  @Override
  public void run() {
    try {
      loop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.countDown();
    }
  }

  /** Writes what is there and ends; what cannot be written within the time is lost. */
  void stop(Duration within) throws InterruptedException {
    stopping.countDown();
    if (!stopped.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
      givenUp = true;
    }
    long lost = lanes.messages();
    if (lost > 0) {
      figures.lost.add(lost);
      SyslogMessages.LOST.log(LOG, lost);
    }
  }

  private void loop() throws InterruptedException {
    while (!givenUp) {
      boolean last = stopping.getCount() == 0;
      Optional<Lanes.Load> load = lanes.take(last ? Duration.ZERO : LOOK);
      if (load.isPresent()) {
        keep(load.get());
      } else if (last) {
        return;
      }
    }
  }

  private void keep(Lanes.Load load) throws InterruptedException {
    String key = "syslog/" + run + '/' + number++;
    SyslogSource source = load.lane().source();
    EventOrigin origin = new EventOrigin(source.tenant(), source.name(), key, 0);
    ByteArrayOutputStream lines = new ByteArrayOutputStream(load.bytes());
    load.portions().forEach(portion -> lines.writeBytes(portion.lines()));
    byte[] bytes = lines.toByteArray();
    String format = load.lane().whole() ? FORMAT : FLAWED;
    while (!attempt(() -> sink.keep(origin, format, bytes, load.count()))) {
      // A stop makes no difference to a pause: the database is given the same time.
      TimeUnit.NANOSECONDS.sleep(backoff.next().toNanos());
      if (givenUp) {
        return;
      }
    }
    figures.kept.add(load.count());
    lanes.done(load);
  }

  private boolean attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      String reason = Printable.of(Outages.isOne(e) ? Outages.reason(e) : e.toString());
      if (failure.isEmpty()) {
        SyslogMessages.NOT_KEPT.log(LOG, reason);
      }
      failure = Optional.of(reason);
      return false;
    }
    if (failure.isPresent()) {
      SyslogMessages.KEPT_AGAIN.log(LOG);
    }
    failure = Optional.empty();
    backoff.reset();
    return true;
  }
}
