package io.eventsec.cli.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventsec.cli.send.StubReceiver;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many lines a second the collector sends with 64 MB, over {@code -Dship.speed.files=1} files
 * of {@code -Dship.speed.lines=20000} lines of some 400 bytes, to a receiver that only counts.
 */
class ShipSpeedTest {
  private static final int LINES = Integer.getInteger("ship.speed.lines", 20_000);
  private static final int FILES = Integer.getInteger("ship.speed.files", 1);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

  private final AtomicLong received = new AtomicLong();
  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong first = new AtomicLong();

  private void count(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = new GZIPInputStream(exchange.getRequestBody(), 1 << 16)) {
      first.compareAndSet(0, System.nanoTime());
      int lines = 0;
      byte[] buffer = new byte[1 << 16];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      byte[] answer = ("{\"receipt\":\"1\",\"events\":" + lines + "}").getBytes(UTF_8);
      exchange.sendResponseHeaders(202, answer.length);
      exchange.getResponseBody().write(answer);
      batches.incrementAndGet();
      received.addAndGet(lines);
    }
  }

  private static void write(Path log) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      for (int n = 0; n < LINES; n++) {
        out.write(
            "{\"timestamp\":\"2026-01-01T00:00:00.%06d+0000\",\"flow_id\":%d,\"event_type\":\"alert\","
                    .formatted(n % 1_000_000, n * 7_919L)
                + "\"src_ip\":\"192.0.2.%d\",\"dest_ip\":\"198.51.100.%d\",\"src_port\":%d,"
                    .formatted(n % 250, n % 240, n % 60_000)
                + "\"proto\":\"TCP\",\"alert\":{\"action\":\"allowed\",\"signature_id\":%d,"
                    .formatted(2_000_000 + n % 5_000)
                + "\"signature\":\"A signature of some length, as they have\",\"severity\":3,"
                + "\"category\":\"Misc activity\"},\"app_proto\":\"http\",\"http\":{\"hostname\":"
                + "\"host-%d.example.org\",\"url\":\"/index.html\",\"status\":200}}\n"
                    .formatted(n % 997));
      }
    }
  }

  @Test
  void linesAreSent_withLittleMemory(@TempDir Path home) throws Exception {
    Path logs = Files.createDirectories(home.resolve("logs"));
    for (int i = 0; i < FILES; i++) {
      write(logs.resolve("eve-x" + i + ".json"));
    }
    Files.writeString(home.resolve("token"), StubReceiver.TOKEN);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::count);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    String token = home.resolve("token").toString();
    String state = home.resolve("state").toString();
    Path said = home.resolve("said");
    try (ShipProcess ship =
        ShipProcess.start(
            said,
            logs.toString(),
            "--url",
            url,
            "--source",
            "s",
            "--token-file",
            token,
            "--state",
            state)) {
      long end = System.nanoTime() + PATIENCE;
      while (received.get() < (long) LINES * FILES) {
        assertThat(ship.isAlive()).as(Files.readString(said)).isTrue();
        assertThat(System.nanoTime()).as("received " + received).isLessThan(end);
        LockSupport.parkNanos(5_000_000);
      }
      long nanos = System.nanoTime() - first.get();
      System.out.printf(
          "[speed] %d lines in %d batches, %.0f a second, resident %s%n",
          received.get(), batches.get(), received.get() * 1e9 / nanos, ship.resident());
      assertThat(received).hasValue((long) LINES * FILES);
      assertThat(ship.terminate()).isZero();
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
