package io.eventsec.core.vuln.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedMirrorTest {
  @TempDir Path directory;

  private HttpServer server;
  private final List<String> asked = new ArrayList<>();
  private volatile byte[] body = new byte[0];
  private volatile int status = 200;
  private volatile boolean whole = true;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String known = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
      String etag = "\"" + Arrays.hashCode(body) + "\"";
      asked.add(known);
      if (known.equals(etag)) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.getResponseHeaders().set("ETag", etag);
      exchange.sendResponseHeaders(status, whole ? Math.max(1, body.length) : body.length + 10L);
      exchange.getResponseBody().write(body);
    }
  }

  private MirroredFeed feed(String suffix) {
    return new MirroredFeed(
        "test",
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/all." + suffix),
        suffix);
  }

  private MirrorOutcome fetch(boolean acceptSmaller) throws IOException, InterruptedException {
    return fetch(acceptSmaller, MirrorLimits.DEFAULT);
  }

  private MirrorOutcome fetch(boolean acceptSmaller, MirrorLimits limits)
      throws IOException, InterruptedException {
    return new FeedMirror(directory, limits, () -> Instant.EPOCH)
        .fetch(feed("jsonl"), acceptSmaller, () -> {});
  }

  private void serve(int records) {
    body =
        IntStream.range(0, records)
            .mapToObj(i -> "{\"id\": \"X-" + i + "\", \"affected\": []}")
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] copy() throws IOException {
    return Files.readAllBytes(directory.resolve("test.jsonl"));
  }

  @Test
  void fetch_takesWhatIsNew_once() throws Exception {
    serve(100);
    assertThat(fetch(false)).isEqualTo(new MirrorOutcome.Updated(100, 0));
    assertThat(copy()).isEqualTo(body);
    assertThat(fetch(false)).isEqualTo(new MirrorOutcome.Unchanged());
    assertThat(asked).hasSize(2).first().isEqualTo("null");
    serve(101);
    assertThat(fetch(false)).isEqualTo(new MirrorOutcome.Updated(101, 0));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("test.jsonl", ".test.state");
    }
  }

  @Test
  void feedThatLostMuch_isHeldBack_untilSomebodyAcceptsIt() throws Exception {
    serve(200);
    fetch(false);
    byte[] before = copy();
    serve(150);
    assertThat(fetch(false)).isEqualTo(new MirrorOutcome.HeldBack(150, 200));
    assertThat(copy()).isEqualTo(before);
    assertThat(fetch(true)).isEqualTo(new MirrorOutcome.Updated(150, 0));
    serve(140);
    assertThat(fetch(false)).isEqualTo(new MirrorOutcome.Updated(140, 0));
  }

  @Test
  void whatIsBroken_leavesTheCopyInForce() throws Exception {
    serve(50);
    fetch(false);
    byte[] before = copy();
    body = "<html>Sorry</html>".getBytes(StandardCharsets.UTF_8);
    assertThat(fetch(true)).isInstanceOf(MirrorOutcome.Failed.class);
    body = new byte[0];
    assertThat(fetch(true)).isInstanceOf(MirrorOutcome.Failed.class);
    serve(60);
    status = 503;
    assertThat(fetch(false).toString()).contains("answered 503");
    status = 200;
    whole = false;
    assertThat(fetch(false)).isInstanceOf(MirrorOutcome.Failed.class);
    assertThat(copy()).isEqualTo(before);
  }

  @Test
  void whatIsTooLong_orTakesTooLong_isNotTaken() throws Exception {
    serve(1000);
    assertThat(fetch(false, new MirrorLimits(1000, Duration.ofMinutes(1))).toString())
        .contains("more than 1000 bytes");
    server.stop(0);
    assertThat(fetch(false)).isInstanceOf(MirrorOutcome.Failed.class);
    assertThat(directory.resolve("test.jsonl")).doesNotExist();
  }

  @Test
  void stateThatNobodyCanRead_isAskedForAnew() throws Exception {
    serve(10);
    fetch(false);
    Files.writeString(directory.resolve(".test.state"), "records=many");
    assertThat(fetch(false)).isEqualTo(new MirrorOutcome.Updated(10, 0));
  }

  @Test
  void feeds_areWhereTheyArePublished() {
    assertThat(MirroredFeed.osv("Rocky Linux").fileName()).isEqualTo("osv-rocky-linux.zip");
    assertThat(MirroredFeed.osv("Rocky Linux").uri().toString()).endsWith("/Rocky%20Linux/all.zip");
    assertThat(MirroredFeed.epss().fileName()).isEqualTo("epss.csv.gz");
    assertThat(MirroredFeed.parse("mine=https://mirror.example/kev.json.gz"))
        .isEqualTo(
            new MirroredFeed("mine", URI.create("https://mirror.example/kev.json.gz"), "json.gz"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mirror.example/a.zip",
        "a=ftp://mirror.example/a.zip",
        "a=https://mirror.example/a.exe",
        "../a=https://mirror.example/a.zip",
        "a=https://mirror.example/a b.zip",
        "a=/etc/passwd.json"
      })
  void feeds_thatAreNone_areRefused(String text) {
    assertThatThrownBy(() -> MirroredFeed.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use");
  }
}
