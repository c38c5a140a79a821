package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.test.TestPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpIT {
  private static final String PASSWORD = "correct horse battery";

  private final Path data = Path.of("target", "up-it").toAbsolutePath();
  private @Nullable Up running;

  @BeforeEach
  void clean() throws IOException {
    Trees.delete(data);
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void up_givesTheLinkOnce_keepsTheData_andLeavesNothingBehind()
      throws IOException, InterruptedException {
    int port = TestPorts.free();
    Up first = start(port);
    String link = first.setupLink().orElseThrow();
    assertThat(setUp(first, link)).isEqualTo(201);
    ship(first);

    assertThat(first.interrupt()).isEqualTo(130);

    first.awaitNothingLeft();
    assertThat(first.lines().toString())
        .containsSubsequence(
            "Application  stopped", "OpenSearch   stopped", "PostgreSQL   stopped");
    Up second = start(port);
    assertThat(second.setupLink()).isEmpty();
    assertKept(second);

    second.killLauncher();

    second.awaitNothingLeft();
  }

  @Test
  void settingsThatAreWrong_endIt_andAllOfThemAreTold() throws IOException {
    Up ended =
        Up.startAndEnd(
            data,
            TestPorts.free(),
            Map.of("EVENTSEC_WORKER_POLL", "often", "EVENTSEC_ROLE", "boss"));

    assertThat(ended.exitStatus()).isEqualTo(1);
    assertThat(ended.lines().toString())
        .contains("given settings that it does not understand")
        .contains("eventsec.role = 'boss'", "eventsec.worker.poll = 'often'")
        .contains("Set EVENTSEC_WORKER_POLL to such a value, or leave it out for PT1S.");
    ended.awaitNothingLeft();
  }

  private Up start(int port) throws IOException {
    Up up = Up.start(data, port);
    running = up;
    return up;
  }

  private static int setUp(Up up, String link) throws IOException, InterruptedException {
    String token = link.substring(link.indexOf('=') + 1);
    String body =
        "{\"token\":\"%s\",\"username\":\"ada\",\"displayName\":\"Ada\",\"password\":\"%s\"}"
            .formatted(token, PASSWORD);
    Web web = new Web(up.address());
    int status = web.post("/api/v1/setup", body).statusCode();
    assertThat(web.post("/api/v1/setup", body).statusCode()).as("the link again").isEqualTo(410);
    return status;
  }

  private void ship(Up up) throws IOException {
    Path log = data.resolve("eve.json");
    Files.writeString(log, Shared.event("kept", 1) + '\n');
    Command ship = Command.ship(up, "kept", log, data.resolve("ship"));
    assertThat(ship.status()).as(ship.err()).isZero();
  }

  private static void assertKept(Up up) throws IOException, InterruptedException {
    Web web = new Web(up.address());
    String credentials = "{\"username\":\"ada\",\"password\":\"%s\"}".formatted(PASSWORD);
    assertThat(web.post("/api/v1/session", credentials).statusCode()).isEqualTo(200);
    Deadline.await(
        java.time.Duration.ofSeconds(60),
        () -> "the event shipped before the restart",
        () -> web.get("/api/v1/events?q=NUMBERED").body().contains("\"source\":\"kept\""));
  }
}
