package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes with roles of their own, in the wrong order, on real servers. */
class RolesIT {
  private static final String DATABASE = "roles";

  @TempDir Path home;
  private NodeStores stores;

  @BeforeEach
  void start() {
    stores = new NodeStores(home);
    stores.postgres().createDatabase(DATABASE);
  }

  @AfterEach
  void close() {
    stores.close();
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
      assertThat(stores.complaints()).isEmpty();
      newerSchemaIsRefused(worker);
    }
  }

  private void newerSchemaIsRefused(Node running) throws Exception {
    execute(
        """
        insert into flyway_schema_history (installed_rank, version, description, type, script,
          installed_by, execution_time, success)
        values (999, '999', 'later', 'SQL', 'V999__later.sql', 'test', 1, true)""");
    assertThat(running.await("/readyz", 503)).contains("version 999", "Run the build that made it");
    try (Node migrate = node("migrate-again", "migrate")) {
      assertThat(migrate.awaitEnd()).isEqualTo(1);
      assertThat(migrate.logged()).contains("version 999");
    }
  }

  private Node node(String name, String role) throws IOException {
    return stores.node(DATABASE, home.resolve(name), role);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                stores.postgres().jdbcUrl(DATABASE),
                stores.postgres().user(),
                stores.postgres().password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
