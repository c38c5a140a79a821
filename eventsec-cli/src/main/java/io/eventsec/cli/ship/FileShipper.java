package io.eventsec.cli.ship;

import io.eventsec.cli.input.ContentIdentity;
import io.eventsec.cli.input.InputFile;
import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.input.RecordBatches;
import io.eventsec.cli.send.IngestClient;
import io.eventsec.cli.send.IngestTarget;
import io.eventsec.cli.send.Receipt;
import io.eventsec.cli.ship.ShipState.Mark;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ships one file. A few batches are under way at a time; how far the server has taken it is
 * remembered in the order of the file, so what is remembered is never ahead of what is there. Not
 * thread-safe.
 */
final class FileShipper {
  private static final long SAVE_EVERY = TimeUnit.MILLISECONDS.toNanos(250);

  private final ShipPlan plan;
  private final IngestClient client;
  private final ExecutorService senders;
  private final InputFile file;
  private final Progress progress;
  private final Mark start;
  private final Deque<Sent> underWay = new ArrayDeque<>();
  private ShipCounts counts;
  private Mark mark;
  private long saved = System.nanoTime();

  /** A batch on its way, and what had been read when it was cut. */
  private record Sent(RecordBatch batch, long bytes, Future<Receipt> receipt) {}

  FileShipper(ShipPlan plan, IngestClient client, ExecutorService senders, InputFile file)
      throws IOException {
    this.plan = plan;
    this.client = client;
    this.senders = senders;
    this.file = file;
    ContentIdentity now = file.identity();
    this.start = start(now);
    this.mark = start;
    this.counts = new ShipCounts(0, 0, start.records());
    this.progress = new Progress(plan.terminal(), file.path(), now.length());
  }

  private Mark start(ContentIdentity now) throws IOException {
    Optional<Mark> known = plan.again() ? Optional.empty() : plan.load(file);
    if (known.isPresent() && isStill(known.get().identity(), now)) {
      return known.get();
    }
    return new Mark(now, 0, Mark.NOTHING);
  }

  /** True if the file is the one that was, with or without more behind it. */
  private boolean isStill(ContentIdentity was, ContentIdentity now) throws IOException {
    return was.equals(now)
        || (was.length() < now.length() && file.identity(was.length()).equals(was));
  }

  ShipCounts ship() throws IOException, InterruptedException {
    try (RecordBatches batches =
        new RecordBatches(file.records(), start.records(), plan.batchRecords())) {
      Optional<RecordBatch> next = unsent(batches);
      while (next.isPresent()) {
        send(next.get(), batches.bytesRead());
        next = batches.next();
      }
      while (!underWay.isEmpty()) {
        settle();
      }
    } finally {
      plan.save(file, mark);
    }
    progress.done(counts);
    return counts;
  }

  /** The first batch, unless it is but the unfinished line that an earlier run sent as it is. */
  private Optional<RecordBatch> unsent(RecordBatches batches) throws IOException {
    Optional<RecordBatch> first = batches.next();
    boolean known =
        first.isPresent()
            && first.get().open()
            && first.get().count() == 1
            && start.unfinished() == batches.bytesRead();
    return known ? Optional.empty() : first;
  }

  private void send(RecordBatch batch, long bytes) throws IOException, InterruptedException {
    while (underWay.size() >= plan.inFlight()) {
      settle();
    }
    String content = start.identity().key();
    String origin = plan.origin().orElse(content);
    underWay.add(new Sent(batch, bytes, senders.submit(() -> client.send(origin, content, batch))));
  }

  /** Waits for the oldest batch. */
  private void settle() throws IOException, InterruptedException {
    Sent oldest = underWay.remove();
    counts = counts.plus(receipt(oldest));
    RecordBatch batch = oldest.batch();
    long unfinished = batch.open() ? oldest.bytes() : Mark.NOTHING;
    mark = new Mark(start.identity(), batch.settledEnd(), unfinished);
    if (System.nanoTime() - saved > SAVE_EVERY) {
      saved = System.nanoTime();
      plan.save(file, mark);
    }
    progress.at(counts, oldest.bytes());
  }

  private Receipt receipt(Sent sent) throws InterruptedException {
    try {
      return sent.receipt().get();
    } catch (ExecutionException e) {
      underWay.forEach(other -> other.receipt().cancel(true));
      if (e.getCause() instanceof CommandFailedException failure) {
        throw failure;
      }
      throw new IllegalStateException("A batch of " + file.path() + " could not be sent", e);
    }
  }

  /**
   * What is the same for every file.
   *
   * @param origin what records are numbered under; empty for the file's own identity
   */
  record ShipPlan(
      IngestTarget target,
      ShipState state,
      Optional<String> origin,
      boolean again,
      int batchRecords,
      int inFlight,
      Terminal terminal) {
    Optional<Mark> load(InputFile file) throws IOException {
      return state.load(target, file.path());
    }

    void save(InputFile file, Mark mark) throws IOException {
      state.save(target, file.path(), mark);
    }
  }
}
