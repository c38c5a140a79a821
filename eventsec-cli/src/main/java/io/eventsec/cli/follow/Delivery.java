package io.eventsec.cli.follow;

import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.send.Attempt;
import io.eventsec.cli.send.IngestClient;
import io.eventsec.cli.send.Patience;
import io.eventsec.cli.send.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches and stays with each until the server has it, refuses it, or the collector is
 * stopped. Safe to share between threads.
 */
final class Delivery {
  private final IngestClient client;
  private final Notes notes;
  private final Stop stop;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile @Nullable Instant lastAcknowledged;

  Delivery(IngestClient client, Notes notes, Stop stop) {
    this.client = client;
    this.notes = notes;
    this.stop = stop;
  }

  /**
   * Sends a batch until it is taken.
   *
   * @throws BatchTooLargeException if it has several records and is too large for the server
   * @throws BatchRefusedException if the server would refuse it again
   * @throws StoppedException if the collector is stopped before it is taken
   */
  void send(String origin, RecordBatch batch)
      throws InterruptedException, StoppedException, BatchTooLargeException, BatchRefusedException {
    for (int failures = 1; ; failures++) {
      Attempt attempt = client.attempt(origin, batch);
      if (attempt instanceof Attempt.Taken taken) {
        taken(batch, taken.receipt());
        return;
      }
      if (attempt instanceof Attempt.Refused no) {
        if (no.isTooLarge() && batch.count() > 1) {
          throw new BatchTooLargeException(no.reason());
        }
        throw new BatchRefusedException(no);
      } else if (attempt instanceof Attempt.Later later) {
        notes.waiting(later.reason());
        pause(Patience.pause(failures, later.retryAfter()));
      }
    }
  }

  private void taken(RecordBatch batch, Receipt receipt) {
    acknowledged.addAndGet(receipt.events());
    duplicates.addAndGet(receipt.duplicate() ? receipt.events() : 0);
    lastAcknowledged = Instant.now();
    if (receipt.events() != batch.count()) {
      notes.problem(
          "the server counted " + receipt.events() + " records in a batch of " + batch.count());
    }
  }

  private void pause(Duration longest) throws InterruptedException, StoppedException {
    waiting.incrementAndGet();
    try {
      if (stop.await(longest)) {
        throw new StoppedException();
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** How many records the server has taken since the start. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** How many of those it had already. */
  long duplicates() {
    return duplicates.get();
  }

  /** True if a batch waits because the server is away or busy. */
  boolean isWaiting() {
    return waiting.get() > 0;
  }

  Optional<Instant> lastAcknowledged() {
    return Optional.ofNullable(lastAcknowledged);
  }
}
