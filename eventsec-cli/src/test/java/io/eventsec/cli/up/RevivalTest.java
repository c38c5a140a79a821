package io.eventsec.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.terminal.Terminal;
import io.eventsec.embedded.EmbeddedServer;
import io.eventsec.embedded.EmbeddedServerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevivalTest {
  private final StringWriter said = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(said), new PrintWriter(said), false);
  private final Running running = new Running(terminal);
  private final Server server = new Server();
  private long nanos;
  private final Revival revival = new Revival(running, terminal, () -> nanos);

  @Test
  void serverThatEnded_isStartedAtOnce() {
    revival.watch("PostgreSQL", server);
    revival.look();
    assertThat(server.attempts).isZero();

    server.runs = false;
    revival.look();
    assertThat(server.runs).isTrue();
    assertThat(said.toString()).contains("PostgreSQL ended by itself", "ready in");
  }

  @Test
  void serverThatCannotStart_isTriedLaterAndLater_andNeverGivenUp() {
    revival.watch("PostgreSQL", server);
    server.runs = false;
    server.broken = true;
    List<Duration> pauses = new ArrayList<>();
    long last = 0;
    for (long second = 0; second < 200; second++) {
      nanos = Duration.ofSeconds(second).toNanos();
      int before = server.attempts;
      revival.look();
      if (server.attempts > before) {
        pauses.add(Duration.ofSeconds(second - last));
        last = second;
      }
    }
    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L, 30L, 30L);
    assertThat(said.toString())
        .containsOnlyOnce("ended by itself")
        .contains("the disk is full", "Next attempt in 30 s.");

    server.broken = false;
    nanos += Retry.LONGEST.toNanos();
    revival.look();
    assertThat(server.runs).isTrue();
    server.runs = false;
    revival.look();
    assertThat(server.runs).as("at once, as if it had never failed").isTrue();
  }

  @Test
  void serverThatCannotStart_doesNotKeepTheOthersDown() {
    Server other = new Server();
    revival.watch("PostgreSQL", server);
    revival.watch("OpenSearch", other);
    server.runs = false;
    server.broken = true;
    other.runs = false;
    revival.look();
    assertThat(other.runs).isTrue();
  }

  @Test
  void whatIsStopped_staysSo() {
    revival.watch("PostgreSQL", server);
    running.stop();
    server.runs = false;
    revival.look();
    assertThat(server.attempts).isZero();
  }

  private static final class Server implements EmbeddedServer {
    private boolean runs = true;
    private boolean broken;
    private int attempts;

    @Override
    public EmbeddedServer start() {
      attempts++;
      if (broken) {
        throw new EmbeddedServerException(
            "PostgreSQL", "the disk is full", "free some", new IllegalStateException());
      }
      runs = true;
      return this;
    }

    @Override
    public void stop() {
      runs = false;
    }

    @Override
    public void kill() {
      runs = false;
    }

    @Override
    public boolean isRunning() {
      return runs;
    }

    @Override
    public int port() {
      return 1;
    }

    @Override
    public Path log() {
      return Path.of("server.log");
    }

    @Override
    public void close() {
      runs = false;
    }
  }
}
