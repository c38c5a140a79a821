package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.test.TestPorts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How many events a second an installation takes in over HTTP, and how many reach search and rules:
 * the rules and EVE records of the corpus. Measures and prints; what it asserts is that what was
 * acknowledged is there. By hand, with {@code -Dspeed.seconds=30}; what two clients send in that
 * time is taken in several times faster than it is searchable, so the whole path is measured first,
 * with {@code speed.events} (400,000), and waiting for the rest is the longest part.
 */
@EnabledIfSystemProperty(named = "speed.seconds", matches = "[1-9][0-9]{0,3}")
class PathSpeedIT {
  private static final int BATCH = 5000;
  private static final int CALM = 2;
  private static final int MANY = 32;
  private static final Duration SETTLE = Duration.ofMinutes(30);
  private static final int ACCEPTED = 202;

  private final Duration time = Duration.ofSeconds(Integer.getInteger("speed.seconds", 1));
  private final Path home = Path.of("target", "speed-it").toAbsolutePath();
  private final Path corpus = Path.of(System.getProperty("eventsec.corpus"));
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong numbers = new AtomicLong();
  private final long pathBatches = Integer.getInteger("speed.events", 400_000) / BATCH;

  /** What clients were answered, and how long the accepted calls took. */
  private record Sent(long accepted, long refused, List<Long> nanos) {}

  @Test
  void events_overHttp_andToSearchAndRules() throws Exception {
    Trees.delete(home);
    Files.createDirectories(home);
    byte[] body = body();
    Map<String, String> server = Map.of("JVM_ARGS", "-Xmx2g");
    String rules = corpus.resolve("sigma/rules").toString();
    try (Up up = Up.start(home.resolve("data"), TestPorts.free(), server, "--rules", rules)) {
      path(up, "warm", body);
      path(up, "path", body);

      long start = System.nanoTime();
      Sent calm = send(up, "calm", CALM, body, until(time));
      print("taken in over HTTP by " + CALM + " clients", calm.accepted() * BATCH, start);
      settle(up, "calm");
      print("to search and rules", calm.accepted() * BATCH, start);
      assertThere(up, "calm", calm);

      start = System.nanoTime();
      Sent many = send(up, "many", MANY, body, until(time));
      print("taken in over HTTP by " + MANY + " clients", many.accepted() * BATCH, start);
      System.out.println("[speed] " + many.refused() + " batches told to wait; " + latencies(many));
      settle(up, "many");
      print("to search and rules", many.accepted() * BATCH, start);
      assertThere(up, "many", many);
    }
  }

  private void path(Up up, String source, byte[] body) throws Exception {
    long start = System.nanoTime();
    AtomicLong left = new AtomicLong(pathBatches);
    Sent sent = send(up, source, CALM, body, () -> left.getAndDecrement() > 0);
    settle(up, source);
    print(source + ": to search and rules", sent.accepted() * BATCH, start);
    assertThere(up, source, sent);
  }

  private static BooleanSupplier until(Duration howLong) {
    long end = System.nanoTime() + howLong.toNanos();
    return () -> System.nanoTime() < end;
  }

  /** Records of the corpus, five times over; each batch has a key and so events of its own. */
  private byte[] body() throws IOException {
    StringBuilder lines = new StringBuilder();
    Path file = corpus.resolve("logs/suricata_eve_1000.ndjson.gz");
    List<String> records;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      records = reader.lines().toList();
    }
    for (int i = 0; i < BATCH; i++) {
      lines.append(records.get(i % records.size())).append('\n');
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private Sent send(Up up, String source, int clients, byte[] body, BooleanSupplier more)
      throws Exception {
    String token = Files.readString(up.tokenFile()).strip();
    Callable<Sent> client = () -> client(up, source, token, body, more);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long accepted = 0;
    long refused = 0;
    List<Long> nanos = new ArrayList<>();
    try {
      List<Callable<Sent>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(client);
      }
      for (Future<Sent> one : threads.invokeAll(all)) {
        accepted += one.get().accepted();
        refused += one.get().refused();
        nanos.addAll(one.get().nanos());
      }
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    return new Sent(accepted, refused, nanos);
  }

  private Sent client(Up up, String source, String token, byte[] body, BooleanSupplier more)
      throws IOException, InterruptedException {
    long accepted = 0;
    long refused = 0;
    List<Long> nanos = new ArrayList<>();
    while (more.getAsBoolean()) {
      HttpRequest request =
          HttpRequest.newBuilder(up.address().resolve("/api/v1/ingest/" + source))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/x-ndjson")
              .header("Content-Encoding", "gzip")
              .header("Idempotency-Key", source + '-' + numbers.incrementAndGet())
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      long start = System.nanoTime();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == ACCEPTED) {
        accepted++;
        nanos.add(System.nanoTime() - start);
      } else {
        assertThat(status).isIn(429, 503);
        refused++;
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    return new Sent(accepted, refused, nanos);
  }

  /** Waits until both readers have passed all that was sent. */
  private static void settle(Up up, String source) {
    Stored stored = new Stored(up);
    Deadline.await(SETTLE, () -> "the readers to have read " + source, () -> stored.lag() == 0);
  }

  private static void assertThere(Up up, String source, Sent sent) throws Exception {
    Stored stored = new Stored(up);
    assertThat(stored.eventCount(source) + stored.deadLetters(source).size())
        .isEqualTo(sent.accepted() * BATCH);
  }

  private static String latencies(Sent sent) {
    long[] sorted = sent.nanos().stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      return "none was accepted";
    }
    return Arrays.stream(new int[] {50, 99})
        .mapToObj(
            p -> "p" + p + " of the accepted " + millis(sorted[(sorted.length - 1) * p / 100]))
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  private static String millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
  }

  private static void print(String what, long events, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "[speed] %s: %,d events in %.1f s, %,.0f a second%n",
        what, events, seconds, events / seconds);
  }
}
