package io.eventsec.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.embedded.test.TestServers;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher dies; nothing may stay, and the data must. */
class ParentDeathIT {
  @TempDir Path directory;

  @Test
  void postgres_launcherKilled_stopsAndKeepsItsData() throws Exception {
    PostgresConfig config = EmbeddedPostgresIT.config(directory);
    try (EmbeddedPostgres server = new EmbeddedPostgres(config).start()) {
      Sql.run(server, "postgres", "create table fact as select 42 as answer");
    }
    Process launcher = ServersMain.start(directory, TestServers.binaries(), "postgres", "wait");
    awaitPort(launcher);
    kill(launcher);
    Processes.awaitNone(directory);
    try (EmbeddedPostgres server = new EmbeddedPostgres(config).start()) {
      assertThat(Sql.value(server, "postgres", "select answer from fact")).isEqualTo("42");
    }
  }

  @Test
  void postgres_launcherHalted_canBeStartedAtOnce() throws Exception {
    Process launcher = ServersMain.start(directory, TestServers.binaries(), "postgres", "halt");
    awaitPort(launcher);
    assertThat(launcher.waitFor()).isEqualTo(9);
    try (EmbeddedPostgres server =
        new EmbeddedPostgres(EmbeddedPostgresIT.config(directory)).start()) {
      assertThat(Sql.value(server, "postgres", "select 1")).isEqualTo("1");
    }
  }

  @Test
  void openSearch_launcherKilled_stopsAndKeepsItsData() throws Exception {
    Process launcher = ServersMain.start(directory, TestServers.binaries(), "opensearch", "wait");
    int port = awaitPort(launcher);
    Http.put(() -> "http://127.0.0.1:" + port, "/fact/_doc/1", "{\"answer\":42}");
    kill(launcher);
    // Not waiting here: the next owner copes with a node that is still stopping.
    OpenSearchConfig config = EmbeddedOpenSearchIT.config(directory);
    try (EmbeddedOpenSearch server = new EmbeddedOpenSearch(config).start()) {
      assertThat(Http.get(server, "/fact/_doc/1")).contains("42");
    }
    Processes.awaitNone(directory);
  }

  @Test
  void directoryOfAnotherProcess_isRefusedWithItsNumber() throws Exception {
    Process launcher = ServersMain.start(directory, TestServers.binaries(), "postgres", "wait");
    try {
      awaitPort(launcher);
      EmbeddedPostgres second = new EmbeddedPostgres(EmbeddedPostgresIT.config(directory));
      assertThatThrownBy(second::start)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("in use by process " + launcher.pid());
    } finally {
      launcher.destroyForcibly();
    }
    Processes.awaitNone(directory);
  }

  private static void kill(Process launcher) throws Exception {
    launcher.destroyForcibly();
    assertThat(launcher.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private static int awaitPort(Process launcher) throws Exception {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(launcher.getInputStream(), UTF_8));
    String line = out.readLine();
    assertThat(line).startsWith("port=");
    return Integer.parseInt(line.substring("port=".length()));
  }
}
