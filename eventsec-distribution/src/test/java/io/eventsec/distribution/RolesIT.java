package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.embedded.test.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes with roles of their own, in the wrong order, on real servers. */
class RolesIT {
  private static final String DATABASE = "roles";

  @TempDir Path home;
  private EmbeddedPostgres postgres;
  private EmbeddedOpenSearch openSearch;

  @BeforeEach
  void start() {
    postgres =
        new EmbeddedPostgres(
                PostgresConfig.fast(home.resolve("postgres")).withBinaries(TestServers.binaries()))
            .start();
    postgres.createDatabase(DATABASE);
    openSearch =
        new EmbeddedOpenSearch(
                OpenSearchConfig.fast(home.resolve("opensearch"))
                    .withBinaries(TestServers.binaries()))
            .start();
  }

  @AfterEach
  void close() {
    openSearch.close();
    postgres.close();
  }

  @Test
  void nodesBeforeTheMigration_areLiveAndWait_andGetReadyByThemselves() throws Exception {
    try (Node worker = node("worker", "worker");
        Node web = node("web", "web")) {
      for (Node early : List.of(worker, web)) {
        early.await("/health/live", 200);
        assertThat(early.await("/readyz", 503))
            .contains(
                "There is no schema yet", "users", "software_components", "role migrate or all");
      }
      assertThat(web.await("/api/v1/rules", 503)).contains("users", "role migrate or all");
      assertThat(worker.await("/api/v1/rules", 404)).contains("role worker");

      try (Node migrate = node("migrate", "migrate")) {
        assertThat(migrate.awaitEnd()).isZero();
        assertThat(migrate.logged()).contains("scripts applied");
      }
      assertThat(web.await("/readyz", 200)).contains("elsewhere");
      worker.await("/readyz", 200);
      web.await("/api/v1/rules", 401);
      assertThat(worker.said() + web.said()).doesNotContain("\\n\\tat ");
      assertThat(complaints()).isEmpty();
    }
    newerSchemaIsRefused();
  }

  private void newerSchemaIsRefused() throws Exception {
    execute(
        """
        insert into flyway_schema_history (installed_rank, version, description, type, script,
          installed_by, execution_time, success)
        values (999, '999', 'later', 'SQL', 'V999__later.sql', 'test', 1, true)""");
    try (Node migrate = node("migrate-again", "migrate");
        Node worker = node("worker-again", "worker")) {
      assertThat(migrate.awaitEnd()).isEqualTo(1);
      assertThat(migrate.logged()).contains("version 999");
      assertThat(worker.await("/readyz", 503))
          .contains("version 999", "Run the build that made it");
    }
  }

  private Node node(String name, String role) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("EVENTSEC_DB_URL", postgres.jdbcUrl(DATABASE));
    settings.put("EVENTSEC_DB_USER", postgres.user());
    settings.put("EVENTSEC_DB_PASSWORD", postgres.password());
    settings.put("EVENTSEC_OPENSEARCH_URL", openSearch.url());
    settings.put("EVENTSEC_SETUP_LINK_FILE", home.resolve(name + "-setup").toString());
    return Node.start(Files.createDirectories(home.resolve(name)), role, settings);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> complaints() throws IOException {
    try (var lines = Files.lines(postgres.log())) {
      return lines.filter(line -> line.contains("ERROR") || line.contains("FATAL")).toList();
    }
  }
}
