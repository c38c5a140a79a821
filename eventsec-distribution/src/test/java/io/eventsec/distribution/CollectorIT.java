package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.test.TestPorts;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the containers run, outside of one: the collector and the health checks. */
class CollectorIT {
  private static final String SOURCE = "collector";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long STOP_SECONDS = 20;

  private final Path home = Path.of("target", "collector-it").toAbsolutePath();
  private final Path logs = home.resolve("logs");
  private final Path state = home.resolve("state");
  private final Up up = Shared.installation();
  private final Stored stored = new Stored(up);
  private @Nullable Process running;

  @BeforeEach
  void prepare() throws IOException {
    Trees.delete(home);
    Files.createDirectories(logs);
    Files.createDirectories(state);
  }

  @AfterEach
  void stop() {
    Process left = running;
    if (left != null) {
      left.descendants().forEach(ProcessHandle::destroyForcibly);
      left.destroyForcibly();
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("EVENTSEC_COMMAND", Up.command().toString());
    settings.put("EVENTSEC_SERVER", up.address().toString());
    settings.put("EVENTSEC_SOURCE", SOURCE);
    settings.put("EVENTSEC_TOKEN_FILE", up.tokenFile().toString());
    settings.put("EVENTSEC_LOGS", logs.toString());
    settings.put("EVENTSEC_STATE", state.toString());
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    return settings;
  }

  private Process start() throws IOException {
    return start(SOURCE);
  }

  private Process start(String source) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Sources.inContainer("collector"))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(home.resolve("collector.out").toFile()));
    builder.environment().putAll(settings());
    builder.environment().put("EVENTSEC_SOURCE", source);
    Process collector = builder.start();
    running = collector;
    return collector;
  }

  private void append(String file, int number) throws IOException {
    Files.writeString(
        logs.resolve(file),
        Shared.event("", number).replace("NUMBERED TEST EVENT", "Collected") + '\n',
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void awaitEvents(int count) {
    Deadline.await(
        PATIENCE,
        () -> count + " events; there are " + stored.counts(SOURCE),
        () -> stored.events(SOURCE).size() >= count);
  }

  @Test
  void files_thatGrowAndAppear_areShippedOnce_overARestart() throws Exception {
    append("a.json", 1);
    append("other.txt", 1);
    Process collector = start();
    awaitEvents(1);
    append("a.json", 2);
    append("b.json", 3);
    awaitEvents(3);

    collector.destroy();

    assertThat(collector.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).as("it stops").isTrue();
    assertThat(collector.exitValue()).isZero();
    append("b.json", 4);
    start();
    awaitEvents(4);
    assertThat(stored.events(SOURCE)).hasSize(4).doesNotHaveDuplicates();
    Deadline.await(
        PATIENCE, () -> "the collector is healthy", () -> collecting(state).status() == 0);
  }

  @Test
  void files_thatAreRotated_whileTheCollectorIsKilled_areThereOnce() throws Exception {
    String source = "rotated";
    int lines = 0;
    for (int round = 0; round < 4; round++) {
      append("eve.json", ++lines);
      Files.deleteIfExists(state.resolve("health.json"));
      Process collector = start(source);
      awaitAcknowledged();
      for (int i = 0; i < 30; i++) {
        append("eve.json", ++lines);
        if (i == 10) {
          rotate(round);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
      }
      collector.destroyForcibly();
      assertThat(collector.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).isTrue();
      append("eve.json", ++lines);
    }
    start(source);
    int all = lines;

    Deadline.await(
        PATIENCE,
        () -> all + " events; there are " + stored.counts(source),
        () -> stored.eventCount(source) >= all);
    assertThat(stored.events(source)).hasSize(all).doesNotHaveDuplicates();
    assertThat(stored.flows(source))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, all).boxed().toList());
    assertThat(stored.deadLetters(source)).isEmpty();
  }

  private void awaitAcknowledged() {
    Path health = state.resolve("health.json");
    Deadline.await(
        PATIENCE,
        () -> "something is acknowledged",
        () -> Files.readString(health).matches("(?s).*\"acknowledged\" : [1-9].*"));
  }

  /** By renaming, and by copying and truncating. */
  private void rotate(int number) throws IOException {
    Path log = logs.resolve("eve.json");
    Path moved = logs.resolve("eve.json." + (100 - number));
    if (number % 2 == 0) {
      Files.move(log, moved);
    } else {
      Files.copy(log, moved);
      Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  private static Script collecting(Path state) throws IOException, InterruptedException {
    return Script.run(
        Map.of("EVENTSEC_STATE", state.toString()), Sources.inContainer("collecting"));
  }

  @Test
  void collector_thatGetsNowhere_isNotHealthy() throws Exception {
    assertThat(collecting(state).status()).isNotZero();
    Path health = Files.writeString(state.resolve("health.json"), "{\"state\" : \"running\"}");
    assertThat(collecting(state).status()).isZero();
    assertThat(health.toFile().setLastModified(System.currentTimeMillis() - 400_000)).isTrue();
    assertThat(collecting(state).status()).isNotZero();
    Files.writeString(health, "{\"state\" : \"refused\"}");
    assertThat(collecting(state).status()).isNotZero();
  }

  @Test
  void application_isAskedWithoutAnyTool() throws Exception {
    Map<String, String> port = Map.of("EVENTSEC_HTTP_PORT", Integer.toString(up.port()));
    String probe = Sources.inContainer("healthy");

    assertThat(Script.run(port, probe).output()).isEqualTo("/health/live 200\n");
    assertThat(Script.run(port, probe, "/health/ready").status()).isZero();
    assertThat(Script.run(port, probe, "/api/v1/alerts").output()).contains(" 401");
    assertThat(Script.run(port, probe, "/api/v1/alerts").status()).isNotZero();
    Map<String, String> nobody = Map.of("EVENTSEC_HTTP_PORT", Integer.toString(TestPorts.free()));
    assertThat(Script.run(nobody, probe).status()).isNotZero();
  }

  @Test
  void collector_withoutItsSettings_namesThem() throws Exception {
    for (String needed : List.of("EVENTSEC_SERVER", "EVENTSEC_SOURCE", "EVENTSEC_TOKEN_FILE")) {
      Map<String, String> settings = settings();
      settings.remove(needed);

      Script refused = Script.run(settings, Sources.inContainer("collector"));

      assertThat(refused.output()).contains(needed);
      assertThat(refused.status()).isNotZero();
    }
  }
}
