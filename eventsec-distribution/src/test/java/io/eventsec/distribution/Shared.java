package io.eventsec.distribution;

import io.eventsec.embedded.test.TestPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One running installation for the tests of a process that need no more, stopped when they end. */
final class Shared {
  /** A rule that the tests know how to fire: one alert for each event. */
  static final String RULE_TITLE = "Numbered Event of the Tests";

  static final String USER = "ada";
  static final String PASSWORD = "correct \"horse\" \\ battery";

  private static final String RULE =
      """
      title: %s
      id: 5f0f2a0e-6a52-4c84-9a0b-0d3c6a7e2b11
      status: test
      logsource:
        product: suricata
      detection:
        numbered:
          event_type: alert
          alert.signature|startswith: 'NUMBERED TEST EVENT '
        condition: numbered
      level: low
      """
          .formatted(RULE_TITLE);

  private Shared() {}

  /** The installation, started by the first who asks. */
  static Up installation() {
    return Holder.UP;
  }

  /**
   * The first administrator, whom the first who asks for one creates; {@link ConsoleIT} by hand.
   */
  static void ensureAdministrator() throws IOException, InterruptedException {
    String link = installation().setupLink().orElseThrow();
    String body =
        "{\"token\":\"%s\",\"username\":\"%s\",\"displayName\":\"Ada\",\"password\":\"%s\"}"
            .formatted(
                link.substring(link.indexOf('=') + 1),
                USER,
                PASSWORD.replace("\\", "\\\\").replace("\"", "\\\""));
    int status = new Web(installation().address()).post("/api/v1/setup", body).statusCode();
    if (status != 201 && status != 410) {
      throw new AssertionError("The administrator could not be created: " + status);
    }
  }

  static Path rules() {
    return Holder.RULES;
  }

  /** A directory of feeds of advisories, empty at first. */
  static Path advisories() {
    return Holder.ADVISORIES;
  }

  /** A line of EVE that fires the rule. */
  static String event(String marker, int number) {
    return "{\"timestamp\":\""
        + java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS)
        + "\",\"event_type\":\"alert\",\"src_ip\":\"192.0.2.10\",\"dest_ip\":\"198.51.100.20\","
        + "\"proto\":\"TCP\",\"flow_id\":"
        + number
        + ",\"alert\":{\"signature\":\"NUMBERED TEST EVENT "
        + marker
        + ' '
        + number
        + "\",\"severity\":3,\"category\":\"Test\",\"action\":\"allowed\"}}";
  }

  private static final class Holder {
    static final Path HOME =
        Path.of("target", "shared-" + System.getProperty("eventsec.fork", "fork-1"))
            .toAbsolutePath();
    static final Path RULES = HOME.resolve("rules");
    static final Path ADVISORIES = HOME.resolve("advisories");
    static final Up UP = start();

    private static Up start() {
      try {
        Trees.delete(HOME);
        Files.createDirectories(RULES);
        Files.createDirectories(ADVISORIES);
        Files.writeString(RULES.resolve("numbered.yml"), RULE);
        Up up =
            Up.start(
                HOME.resolve("data"),
                TestPorts.free(),
                Map.of("EVENTSEC_ADVISORIES_DIR", ADVISORIES.toString()),
                "--demo",
                "--rules",
                RULES.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(up::close, "stop-shared"));
        return up;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
