package io.eventsec.core.intel.match;

import io.eventsec.core.enrich.IndicatorEnrichment;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * org.openjdk.jmh.Main IndicatorBenchmark} on the class path of the tests with the system property
 * {@code eventsec.corpus}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class IndicatorBenchmark {
  private static final int EVENTS = 1_000;

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
