package io.eventsec.core.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Events a second, from bytes to normalised events, on one thread. Run {@code org.openjdk.jmh.Main
 * DecodeBenchmark} on the class path of the tests; {@code -p lines=corpus} wants the system
 * property {@code eventsec.corpus}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class DecodeBenchmark {
  private static final int BATCH = 1_000;

  @Param({"own"})
  public String lines = "own";

  private final EventDecoder decoder = EventDecoder.standard();
  private RawBatch batch = Batches.of("");

  @Setup
  public void load() throws IOException {
    byte[] payload = lines.equals("corpus") ? corpus() : own();
    batch = Batches.of(RawBatch.AUTO, payload);
    if (batch.count() != BATCH) {
      throw new IllegalStateException("Expected " + BATCH + " lines, not " + batch.count());
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public DecodedBatch decode() {
    return decoder.decode(batch);
  }

  private static byte[] own() throws IOException {
    try (InputStream in = DecodeBenchmark.class.getResourceAsStream("eve-benchmark.ndjson")) {
      if (in == null) {
        throw new IllegalStateException("The resource eve-benchmark.ndjson is missing");
      }
      byte[] ten = in.readAllBytes();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int i = 0; i < BATCH / 10; i++) {
        out.writeBytes(ten);
      }
      return out.toByteArray();
    }
  }

  private static byte[] corpus() throws IOException {
    Path file =
        Path.of(System.getProperty("eventsec.corpus", "corpus"))
            .resolve("logs/suricata_eve_1000.ndjson.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
