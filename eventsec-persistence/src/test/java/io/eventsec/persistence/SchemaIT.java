package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.persistence.schema.SchemaMismatchException;
import io.eventsec.persistence.schema.SchemaState;
import io.eventsec.persistence.schema.SchemaVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaIT {
  private final TestDatabase database = TestServers.emptyDatabase();

  @AfterEach
  void drop() {
    TestServers.drop(database);
  }

  @Test
  void migrate_emptyDatabase_reachesTheExpectedVersionOnce() {
    SchemaMigration migration = new SchemaMigration(database.dataSource());
    assertThat(migration.migrate())
        .isEqualTo(new SchemaVersion(SchemaVersion.EXPECTED, OldSchema.versions().size()));
    assertThat(migration.migrate()).isEqualTo(new SchemaVersion(SchemaVersion.EXPECTED, 0));
  }

  @Test
  void migrate_databaseOfANewerBuild_isRefused() throws SQLException {
    new SchemaMigration(database.dataSource()).migrate();
    execute(
        """
        insert into flyway_schema_history (installed_rank, version, description, type, script,
          installed_by, execution_time, success)
        values (99, '99', 'later', 'SQL', 'V99__later.sql', 'test', 1, true)""");
    assertThatThrownBy(() -> new SchemaMigration(database.dataSource()).migrate())
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("99")
        .hasMessageContaining("needs " + SchemaVersion.EXPECTED);
  }

  @Test
  void check_emptyDatabase_namesEveryTable() {
    SchemaState state = new SchemaCheck(database.dataSource()).check();
    assertThat(state.current()).isFalse();
    assertThat(state.version()).isEmpty();
    assertThat(state.missingTables()).contains("users", "journal", "flyway_schema_history");
  }

  @Test
  void check_migratedDatabase_isCurrentAndKnowsEveryTable() throws SQLException {
    List<String> expected = new SchemaCheck(database.dataSource()).check().missingTables();
    new SchemaMigration(database.dataSource()).migrate();
    assertThat(new SchemaCheck(database.dataSource()).check())
        .isEqualTo(
            new SchemaState(
                Optional.of(SchemaVersion.EXPECTED), SchemaVersion.EXPECTED, List.of()));
    assertThat(tables()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void check_tableIsGone_namesIt() throws SQLException {
    new SchemaMigration(database.dataSource()).migrate();
    execute("drop table dead_letters");
    SchemaState state = new SchemaCheck(database.dataSource()).check();
    assertThat(state.current()).isFalse();
    assertThat(state.missingTables()).containsExactly("dead_letters");
  }

  @Test
  void expectedVersion_isTheNewestScripts() {
    assertThat(Collections.max(OldSchema.versions()))
        .isEqualTo(Integer.valueOf(SchemaVersion.EXPECTED));
  }

  private List<String> tables() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
      List<String> names = new ArrayList<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
