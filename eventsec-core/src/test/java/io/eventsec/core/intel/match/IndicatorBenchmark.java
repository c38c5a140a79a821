package io.eventsec.core.intel.match;

import io.eventsec.core.Corpus;
import io.eventsec.core.enrich.IndicatorEnrichment;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs an event to be looked up in a million indicators, decoding not included. Run {@code
 * org.openjdk.jmh.Main IndicatorBenchmark}, or its own {@code main}, on the class path of the tests
 * with the system property {@code eventsec.corpus}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class IndicatorBenchmark {
  private static final int EVENTS = 1_000;
  private static final int ROUNDS = 10;
  private static final int REPETITIONS = 500;

  @Param({"1000000"})
  public int indicators = 1_000_000;

  @Param({"suricata_eve_1000", "windows_evtx_cc0_1500"})
  public String events = "suricata_eve_1000";

  private IndicatorSet set = IndicatorSet.EMPTY;
  private IndicatorEnrichment stage = new IndicatorEnrichment(set);
  private List<Event> decoded = List.of();

  @Setup
  public void load() throws IOException {
    set = RandomIndicators.set(indicators);
    stage = new IndicatorEnrichment(set);
    Path file =
        Path.of(System.getProperty("eventsec.corpus", "corpus"))
            .resolve("logs/" + events + ".ndjson.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      decoded =
          EventDecoder.standard()
              .decode(Batches.of(RawBatch.AUTO, in.readAllBytes()))
              .events()
              .subList(0, EVENTS);
    }
  }

  /**
   * Prints the cost by the processor time of the thread, which others on the machine leave alone.
   */
  public static void main(String[] arguments) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    IndicatorBenchmark benchmark = new IndicatorBenchmark();
    for (String name : List.of("suricata_eve_1000", "windows_evtx_cc0_1500")) {
      benchmark.events = name;
      benchmark.load();
      double best = Double.MAX_VALUE;
      double sum = 0;
      long hits = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < REPETITIONS; i++) {
          for (Event event : benchmark.decoded) {
            hits += benchmark.set.match(event).size();
          }
        }
        double each = (threads.getCurrentThreadCpuTime() - start) / (double) (REPETITIONS * EVENTS);
        best = Math.min(best, each);
        sum += round < ROUNDS / 2 ? 0 : each;
      }
      Corpus.report(
          name,
          String.format(
              Locale.ROOT,
              "%.0f ns an event, %.0f at best, %.4f hits an event",
              sum / (ROUNDS - ROUNDS / 2),
              best,
              hits / (double) ROUNDS / REPETITIONS / EVENTS));
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void match(Blackhole sink) {
    for (Event event : decoded) {
      sink.consume(set.match(event));
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void enrich(Blackhole sink) {
    for (Event event : decoded) {
      sink.consume(stage.enrich(event));
    }
  }
}
