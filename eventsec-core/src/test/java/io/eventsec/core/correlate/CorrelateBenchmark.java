package io.eventsec.core.correlate;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * Events a second on one thread through correlations, from events whose matches are known to
 * firings: matching rules is not part of it. Each run begins with nothing remembered. Run {@code
 * org.openjdk.jmh.Main CorrelateBenchmark} on the class path of the tests.
 *
 * <p>Most of the time goes into fetching keys and states from memory, so {@code
 * -XX:+UseTransparentHugePages} and a collector that keeps together what belongs together matter as
 * much as the code: {@code -jvmArgsAppend} tries others than the serial one with small pages.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CorrelateBenchmark {
  private static final int STEP = 1_000;
  private static final int AT_LEAST = 10;
  private static final long WINDOW = Duration.ofMinutes(5).toNanos();

  /** {@code event_count}, ten in five minutes, of 100,000 groups. */
  @State(Scope.Benchmark)
  public static class Threshold {
    /** The part of the events that come up to two minutes late. */
    @Param({"0", "0.1"})
    public double delayed;

    private final LoadedRules rules = MatchedEvents.threshold();
    private List<MatchedEvents.Item> items = List.of();

    @Setup
    public void load() {
      items = MatchedEvents.of(rules, 100_000, delayed);
    }
  }

  /** 100 correlations of all types; each event goes to four of them on average. */
  @State(Scope.Benchmark)
  public static class Hundred {
    /** The part of the events that come up to two minutes late. */
    @Param({"0", "0.1"})
    public double delayed;

    private final LoadedRules rules = MatchedEvents.hundred();
    private List<MatchedEvents.Item> items = List.of();

    @Setup
    public void load() {
      items = MatchedEvents.of(rules, 20_000, delayed);
    }
  }

  @Benchmark
  @OperationsPerInvocation(MatchedEvents.COUNT)
  public void threshold(Threshold given, Blackhole sink) {
    run(given.rules, given.items, sink);
  }

  @Benchmark
  @OperationsPerInvocation(MatchedEvents.COUNT)
  public void hundred(Hundred given, Blackhole sink) {
    run(given.rules, given.items, sink);
  }

  private static void run(LoadedRules rules, List<MatchedEvents.Item> items, Blackhole sink) {
    Correlator correlator =
        Correlator.builder(Tenant.DEFAULT, CorrelationRules.compile(rules)).build();
    int left = STEP;
    for (MatchedEvents.Item item : items) {
      correlator.add(item.event(), item.matches());
      if (--left == 0) {
        sink.consume(correlator.release());
        left = STEP;
      }
    }
    sink.consume(correlator.end());
  }

  /** What one would write without it: windows of the times in the order in which they come. */
  @Benchmark
  @OperationsPerInvocation(MatchedEvents.COUNT)
  public void plainMap(Threshold given, Blackhole sink) {
    Map<String, ArrayDeque<Long>> windows = new HashMap<>();
    for (MatchedEvents.Item item : given.items) {
      Event event = item.event();
      long time = event.time().getEpochSecond() * 1_000_000_000L + event.time().getNano();
      ArrayDeque<Long> window =
          windows.computeIfAbsent(String.valueOf(event.value("user")), user -> new ArrayDeque<>());
      window.addLast(time);
      while (window.getFirst() < time - WINDOW) {
        window.removeFirst();
      }
      if (window.size() >= AT_LEAST) {
        sink.consume(window);
      }
    }
  }
}
