package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syslog over TCP, TLS and UDP, by hand and by rsyslog, to where it is searched. */
class SyslogIT {
  private static final int MANY = 2_000;

  private final String app = "it-" + UUID.randomUUID().toString().substring(0, 8);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Path directory;
  private final SyslogTargets targets;

  SyslogIT(@TempDir Path directory) {
    this.directory = directory;
    this.targets = ItServers.syslog();
  }

  @BeforeEach
  void ready() {
    Await.ready();
    Await.until(() -> component().get("details"), open -> open.has("tcp"));
  }

  @Test
  void tcp_withBothFramings_andHalfAMessage() throws IOException {
    String counted = rfc5424("counted", "two\nlines");
    try (Socket client = targets.connect()) {
      send(client, counted.getBytes(StandardCharsets.UTF_8).length + " " + counted);
      send(client, rfc5424("line", "with a feed") + "\r\n" + rfc3164("the older form") + "\n");
      send(client, rfc5424("half", "the other half").substring(0, 30));
      send(client, rfc5424("half", "the other half").substring(30) + '\0');

      JsonNode found = found(4, SyslogTargets.SOURCE);
      assertThat(found.toString())
          .contains("two#012lines", "with a feed", "the older form", "the other half", "shipped é");
      // Structured data stays under the sender's own names, and the year is that of now.
      JsonNode older = found("message:the older form").at("/items/0");
      assertThat(older.get("time").asText()).startsWith(now.toString().substring(0, 19));
    }
  }

  @Test
  void whatIsNotWhole_orNoMessage_canBeSeen() throws IOException {
    try (Socket client = targets.connect()) {
      send(client, rfc5424("long", "x".repeat(5_000)) + "\n" + rfc5424("half", "and then"));
    }
    JsonNode found = found(2, SyslogTargets.SOURCE);
    for (JsonNode item : found.get("items")) {
      String detail =
          Client.administrator().get("/api/v1/events/" + item.get("id").asText()).text();
      assertThat(detail).contains("The message is not whole: cut");
    }
    try (Socket client = targets.connect()) {
      send(client, "this is " + app + " and no message\n");
    }
    JsonNode letter =
        Await.until(
            () -> Client.administrator().get("/api/v1/dead-letters?limit=200").json(),
            letters -> letters.toString().contains(app));
    assertThat(letter.toString()).contains("format.unknown");
  }

  @Test
  void tls_takesTheSourceFromTheCertificate_andRefusesStrangers() throws Exception {
    long refused = refusals();
    try (Socket stranger = targets.connect("stranger")) {
      send(stranger, rfc5424("no", "let me in") + "\n");
    } catch (IOException e) {
      assertThat(e).as("refused while it was sending").isNotNull();
    }
    Await.until(SyslogIT::refusals, count -> count > refused);
    try (Socket client = targets.connect(SyslogTargets.CLIENT)) {
      send(client, rfc5424("yes", "over TLS") + "\n");
      assertThat(found(1, SyslogTargets.TLS_SOURCE).toString()).contains("over TLS");
    }
  }

  @Test
  void udp_isReceived_andMetricsTellHowMuch() throws IOException {
    Metrics before = Metrics.scrape();
    String messages = "eventsec_syslog_messages_total{transport=\"udp\"}";
    targets.datagram(rfc5424("datagram", "one"));
    targets.datagram(rfc3164("two"));

    found(2, SyslogTargets.SOURCE);
    Metrics after = Metrics.scrape();
    assertThat(after.counted(messages) - before.counted(messages)).isEqualTo(2);
    assertThat(after.value("eventsec_syslog_kept_total")).isGreaterThanOrEqualTo(2);
    assertThat(after.value("eventsec_syslog_waiting_messages")).isZero();
    if (Files.isReadable(Path.of("/proc/self/net/udp"))) {
      assertThat(after.value("eventsec_syslog_udp_dropped_total")).isNotNegative();
    }
  }

  /** {@code -Dsyslog.lines=1000000} tells how fast it is. */
  @Test
  void manyLines_ofManyConnections_areAllKept() throws Exception {
    int lines = Integer.getInteger("syslog.lines", 20_000);
    int connections = 8;
    byte[] block = (rfc3164("x".repeat(120)) + '\n').repeat(100).getBytes(StandardCharsets.UTF_8);
    long before = kept();
    Instant begun = Instant.now();
    List<Thread> senders =
        IntStream.range(0, connections)
            .mapToObj(n -> new Thread(() -> sendBlocks(block, lines / connections / 100)))
            .toList();
    senders.forEach(Thread::start);
    for (Thread sender : senders) {
      sender.join();
    }
    int sent = lines / connections / 100 * 100 * connections;
    Await.until(SyslogIT::kept, count -> count >= before + sent);
    assertThat(kept()).isEqualTo(before + sent);
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    System.out.printf(
        Locale.ROOT,
        "Syslog: %d lines on disk in %.1f s, %.0f a second%n",
        sent,
        seconds,
        sent / seconds);
  }

  private void sendBlocks(byte[] block, int count) {
    try (Socket client = targets.connect()) {
      OutputStream out = client.getOutputStream();
      for (int n = 0; n < count; n++) {
        out.write(block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long kept() {
    return Metrics.scrape().counted("eventsec_syslog_kept_total");
  }

  @Test
  void readiness_namesThePorts() {
    JsonNode component = component();
    assertThat(component.get("state").asText()).isEqualTo("up");
    assertThat(component.get("details").get("tls").asText())
        .isEqualTo(Integer.toString(targets.tls()));
  }

  @Test
  void rsyslog_overTcp_losesNothing() throws Exception {
    String action =
        """
        action(type="omfwd" target="127.0.0.1" port="%d" protocol="tcp" TCP_Framing="octet-counted"
               template="RSYSLOG_SyslogProtocol23Format")
        """
            .formatted(targets.tcp());
    forwarded(List.of("imfile.so"), "", action, SyslogTargets.SOURCE);
  }

  @Test
  void rsyslog_overTls_showsItsCertificate() throws Exception {
    String global =
        """
        global(DefaultNetstreamDriver="gtls" DefaultNetstreamDriverCAFile="%s"
               DefaultNetstreamDriverCertFile="%s" DefaultNetstreamDriverKeyFile="%s")
        """
            .formatted(
                targets.certificates().authority(),
                targets.certificates().certificate(SyslogTargets.CLIENT),
                targets.certificates().key(SyslogTargets.CLIENT));
    String action =
        """
        action(type="omfwd" target="127.0.0.1" port="%d" protocol="tcp" TCP_Framing="octet-counted"
               template="RSYSLOG_SyslogProtocol23Format" StreamDriver="gtls" StreamDriverMode="1"
               StreamDriverAuthMode="x509/name" StreamDriverPermittedPeers="localhost")
        """
            .formatted(targets.tls());
    forwarded(List.of("imfile.so", "lmnsd_gtls.so"), global, action, SyslogTargets.TLS_SOURCE);
  }

  /** Has rsyslog read a file and send it on, and waits for all of it. */
  private void forwarded(List<String> modules, String global, String action, String source)
      throws Exception {
    Path file = directory.resolve("input.log");
    Files.writeString(
        file,
        IntStream.range(0, MANY)
            .mapToObj(n -> "line number " + n + " of a file\n")
            .collect(Collectors.joining()));
    String configuration =
        """
        global(workDirectory="%s")
        %s
        module(load="imfile")
        input(type="imfile" File="%s" Tag="%s:" ruleset="send")
        ruleset(name="send") {
          %s
        }
        """
            .formatted(directory, global, file, app, action);
    try (Rsyslog rsyslog = Rsyslog.start(modules, directory, configuration)) {
      try {
        JsonNode found = found(MANY, source);
        assertThat(found.toString()).contains("line number");
      } catch (AssertionError e) {
        throw new AssertionError("rsyslog says " + rsyslog.log(), e);
      }
      assertThat(found("message:line number " + (MANY - 1) + " of a file").get("total").asInt())
          .isPositive();
    }
  }

  private String rfc5424(String kind, String text) {
    return "<34>1 "
        + now
        + " host.example "
        + app
        + " 12 "
        + kind
        + " [it@32473 note=\"shipped é\"] \uFEFF"
        + text;
  }

  private String rfc3164(String text) {
    String time =
        DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(now);
    return "<13>" + time + " host.example " + app + "[12]: " + text;
  }

  private static void send(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private JsonNode found(int count, String source) {
    Client admin = Client.administrator();
    String query = query("eventsec.source:" + source);
    return Await.until(
        () -> admin.get(query).json(), answer -> answer.path("total").asInt() == count);
  }

  private JsonNode found(String filter) {
    return Client.administrator().get(query(filter)).json();
  }

  private String query(String filter) {
    return "/api/v1/events?filter=log.syslog.appname:"
        + app
        + "&filter="
        + URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  private static long refusals() {
    return Metrics.scrape()
        .counted("eventsec_syslog_refused_total{reason=\"unknown\",transport=\"tls\"}");
  }

  private static JsonNode component() {
    for (JsonNode component : Client.anonymous().get("/readyz").json().get("components")) {
      if (component.get("name").asText().equals("syslog")) {
        return component;
      }
    }
    throw new AssertionError("No component of syslog");
  }
}
