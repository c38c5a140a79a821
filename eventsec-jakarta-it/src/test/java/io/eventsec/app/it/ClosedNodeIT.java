package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that was given settings it does not understand. */
class ClosedNodeIT {
  private static final String DATABASE = "closed";
  private static final String SECRET = "hush-hush-hush";

  private final Path directory;

  ClosedNodeIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void wrongSettings_areToldAllAtOnce_andKeepTheNodeClosed() throws IOException, SQLException {
    EmbeddedPostgres postgres = ItServers.postgres();
    postgres.createDatabase(DATABASE);
    Path password = Files.writeString(directory.resolve("password"), postgres.password());
    Map<String, String> environment =
        Map.of(
            "EVENTSEC_DB_URL",
            postgres.jdbcUrl(DATABASE),
            "EVENTSEC_DB_USER",
            postgres.user(),
            "EVENTSEC_DB_PASSWORD_FILE",
            password.toString(),
            "EVENTSEC_DB_PASSWORD",
            SECRET,
            "EVENTSEC_ROLE",
            "boss",
            "EVENTSEC_WORKER_POLL",
            "often",
            "EVENTSEC_WORKER_POL",
            "PT1S");

    try (LibertyServer server = LibertyServer.start("eventsec-closed", environment)) {
      LibertyServer.Reply readiness =
          Await.until(
              () -> server.call("GET", "/readyz"),
              reply -> reply.status() == 503 && reply.body().contains("configuration"));

      assertTold(readiness.body());
      LibertyServer.Reply health =
          Await.until(
              () -> server.call("GET", "/health/ready"),
              reply -> reply.body().contains("configuration"));
      assertThat(health.status()).isEqualTo(503);
      assertTold(health.body());
      assertThat(server.call("GET", "/health/live").status()).isEqualTo(200);
      assertThat(server.call("GET", "/api/v1/setup").status()).isEqualTo(503);
      assertLogged(server, postgres.password());
    }
    assertThat(tables(postgres)).as("what a closed node did to the database").isZero();
  }

  private static void assertTold(String body) {
    assertThat(body)
        .contains("eventsec.role = 'boss'", "eventsec.worker.poll = 'often'")
        .contains("eventsec.db.password and eventsec.db.password.file are both given");
  }

  private static void assertLogged(LibertyServer server, String password) throws IOException {
    List<String> messages = server.messages();
    for (String problem : List.of("= 'boss'", "= 'often'", "are both given")) {
      assertThat(messages)
          .filteredOn(line -> line.contains(problem))
          // The server logs by itself what a health check has answered.
          .filteredOn(line -> !line.contains("CWMMH0052W"))
          .as(problem)
          .singleElement()
          .asString()
          .contains("\"loglevel\":\"SEVERE\"");
    }
    assertThat(messages)
        .filteredOn(line -> line.contains("EVENTSEC_WORKER_POL,"))
        .singleElement()
        .asString()
        .contains("did you mean EVENTSEC_WORKER_POLL?");
    assertThat(server.log())
        .noneMatch(line -> line.contains(SECRET) || line.contains(password))
        .noneMatch(line -> line.contains("CWWKZ0002E"));
  }

  private static int tables(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
        ResultSet count =
            connection
                .createStatement()
                .executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      count.next();
      return count.getInt(1);
    }
  }
}
