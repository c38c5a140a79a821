package io.eventsec.core.detect.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Events a second on one thread, from a line of JSON to matches, over the lanes of the corpus. Run
 * {@code org.openjdk.jmh.Main DetectBenchmark} on the class path of the tests with the system
 * property {@code eventsec.corpus}; {@code -p rules=300,1000,3141} for fewer rules.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class DetectBenchmark {
  private static final int EVENTS = 10_000;
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final EventId ID =
      EventId.of(new EventOrigin(Tenant.DEFAULT, "bench", "batch", 0), 0);

  @Param({
    "structured_windows",
    "raw_windows",
    "cisco_syslog",
    "sysmon_file_event",
    "no_match",
    "low_match"
  })
  public String lane = "";

  @Param({"3141"})
  public int rules;

  private List<String> lines = List.of();
  private List<Event> events = List.of();
  private List<SigmaRule> loaded = List.of();
  private DetectionEngine compiled = DetectionEngine.compile(List.of());
  private DetectionEngine routed = compiled;
  private final PlainEvaluator plain = new PlainEvaluator();

  @Setup
  public void load() throws IOException {
    Path corpus = Path.of(System.getProperty("eventsec.corpus", "corpus"));
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(corpus.resolve("bench/" + lane + ".ndjson.gz"))),
                StandardCharsets.UTF_8))) {
      lines = reader.lines().toList();
    }
    events = new ArrayList<>();
    for (String line : lines) {
      events.add(event(line));
    }
    List<SigmaRule> all = RuleDirectory.load(corpus.resolve("sigma/rules")).rules();
    // Evenly over the collection, so that fewer rules are of the same kinds.
    int step = Math.max(1, all.size() / rules);
    loaded =
        java.util.stream.IntStream.range(0, all.size())
            .filter(i -> i % step == 0)
            .limit(rules)
            .mapToObj(all::get)
            .toList();
    compiled = engine(LogsourceRouting.NONE);
    routed = engine(LogsourceRouting.BY_FIELDS);
    if (lines.size() != EVENTS) {
      throw new IllegalStateException("Expected " + EVENTS + " lines, not " + lines.size());
    }
  }

  private DetectionEngine engine(LogsourceRouting routing) {
    return DetectionEngine.builder().rules(loaded).routing(routing).build();
  }

  /** What it takes most programs to read the lines, without anything else. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void tree(Blackhole sink) throws IOException {
    for (String line : lines) {
      sink.consume(MAPPER.readTree(line));
    }
  }

  /** What reading the lines takes as it is done here, token by token, without anything else. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void parse(Blackhole sink) throws IOException {
    for (String line : lines) {
      sink.consume(fields(line));
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void compiled(Blackhole sink) throws IOException {
    for (String line : lines) {
      sink.consume(compiled.process(event(line)));
    }
  }

  /** Only the rules that are about the event's product and category. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void routed(Blackhole sink) throws IOException {
    for (String line : lines) {
      sink.consume(routed.process(event(line)));
    }
  }

  /** The same without what it takes to read the lines and make events of them. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void judged(Blackhole sink) {
    for (Event event : events) {
      sink.consume(routed.process(event));
    }
  }

  /** Every rule asked of every event: for a hundredth of the events, because it takes so long. */
  @Benchmark
  @OperationsPerInvocation(EVENTS / 100)
  public void ruleByRule(Blackhole sink) throws IOException {
    for (int i = 0; i < EVENTS; i += 100) {
      Event event = event(lines.get(i));
      for (SigmaRule rule : loaded) {
        sink.consume(plain.fires(rule, event));
      }
    }
  }

  private static Event event(String line) throws IOException {
    return Event.builder(ID, Tenant.DEFAULT, "bench").nativeFields(fields(line)).build();
  }

  /** The lanes have flat objects of texts and numbers. */
  private static Map<String, Object> fields(String line) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        fields.put(
            name,
            token == JsonToken.VALUE_NUMBER_INT
                ? (Object) parser.getLongValue()
                : parser.getText());
      }
    }
    return fields;
  }
}
