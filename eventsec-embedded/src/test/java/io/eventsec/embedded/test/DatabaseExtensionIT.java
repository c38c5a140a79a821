package io.eventsec.embedded.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseExtensionIT {
  static final AtomicInteger MIGRATIONS = new AtomicInteger();

  @RegisterExtension
  static final DatabaseExtension DATABASE =
      DatabaseExtension.migrated("facts", DatabaseExtensionIT::migrate);

  @SuppressWarnings("resource") // left open on purpose: a template must be free all the same
  static void migrate(TestDatabase template) {
    MIGRATIONS.incrementAndGet();
    try {
      template.connect().createStatement().execute("create table fact (id int primary key)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static int facts(TestDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from fact")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  static void add(TestDatabase database, int fact) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into fact values (" + fact + ")");
    }
  }

  @Test
  void copies_ofOneTemplate_areIsolated() throws Exception {
    TestDatabase other = TestServers.database("facts", DatabaseExtensionIT::migrate);
    int before = facts(other);
    add(DATABASE.database(), 1);
    assertThat(facts(other)).isEqualTo(before).isZero();
    assertThat(MIGRATIONS).hasValue(1);
    TestServers.drop(other);
  }

  @Test
  void parameter_isTheDatabaseOfTheClass(TestDatabase parameter) {
    assertThat(parameter).isEqualTo(DATABASE.database());
  }

  @Test
  void text_leavesThePasswordOut(TestDatabase database) {
    assertThat(database.toString()).doesNotContain(database.password());
  }

  @Nested
  class Inner {
    @Test
    void nestedClass_sharesTheDatabase(TestDatabase parameter) {
      assertThat(parameter).isEqualTo(DATABASE.database());
    }
  }
}
