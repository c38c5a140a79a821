package io.eventsec.cli.detect;

import io.eventsec.cli.input.LogInput;
import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.input.RecordBatches;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.ingest.RawBatch;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One run over inputs: several threads decode and match, this one reads, prints and counts, so that
 * what is printed comes in the order of the input. Not thread-safe.
 */
final class FileDetection implements AutoCloseable {
  /** Few enough that their events are still in the processor's cache when rules look at them. */
  private static final int BATCH = 250;

  private final BatchDetection detection;
  private final FileCorrelation correlation;
  private final InputLabels labels;
  private final Terminal terminal;
  private final DetectCounts counts = new DetectCounts();
  private final ExecutorService threads;
  private final int ahead;

  FileDetection(
      BatchDetection detection,
      FileCorrelation correlation,
      InputLabels labels,
      int threads,
      Terminal terminal) {
    this.detection = detection;
    this.correlation = correlation;
    this.labels = labels;
    this.terminal = terminal;
    this.threads = Executors.newFixedThreadPool(threads);
    this.ahead = 2 * threads;
  }

  DetectCounts counts() {
    return counts;
  }

  void run(LogInput input) throws IOException {
    String key = input.key();
    Queue<Future<BatchResult>> pending = new ArrayDeque<>();
    try (RecordBatches batches = new RecordBatches(input.records(), 0, BATCH)) {
      try {
        for (Optional<RecordBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
          RecordBatch batch = next.get();
          RawBatch raw = raw(key, batch);
          pending.add(threads.submit(() -> detection.detect(raw, batch.lines(), input.name())));
          if (pending.size() >= ahead) {
            take(pending);
          }
        }
      } finally {
        // Of an input that breaks off too: what came before is judged.
        while (!pending.isEmpty()) {
          take(pending);
        }
        counts.bytes(batches.bytesRead());
      }
    }
  }

  /** Evaluates correlations: all inputs have been run. */
  void end() {
    correlation.end(
        line -> {
          terminal.print(line);
          counts.fired();
        });
    terminal.clearTransient();
    correlation.tellLosses(terminal::note);
  }

  private RawBatch raw(String key, RecordBatch batch) {
    return new RawBatch(
        new EventOrigin(labels.tenant(), labels.source(), key, batch.firstOrdinal()),
        key,
        labels.format(),
        Instant.now(),
        batch.payload(),
        batch.count());
  }

  private void take(Queue<Future<BatchResult>> pending) throws IOException {
    BatchResult result = result(pending.remove());
    result.rejections().forEach(terminal::note);
    terminal.printLines(result.matches().text());
    result.correlated().forEach(correlation::add);
    counts.add(result);
    terminal.transientNote(counts.progress());
  }

  private static BatchResult result(Future<BatchResult> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while events were judged");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A batch could not be judged", e.getCause());
    }
  }

  @Override
  public void close() {
    terminal.clearTransient();
    threads.shutdownNow();
  }
}
