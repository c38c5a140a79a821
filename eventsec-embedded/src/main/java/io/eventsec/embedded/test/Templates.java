package io.eventsec.embedded.test;

import io.eventsec.embedded.DatabaseServer;
import io.eventsec.embedded.test.internal.Once;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Databases that are migrated once and copied often. Thread-safe. */
final class Templates {
  private final DatabaseServer server;
  private final Map<String, Once<String>> migrated = new ConcurrentHashMap<>();
  private final AtomicInteger copies = new AtomicInteger();

  Templates(DatabaseServer server) {
    this.server = server;
  }

  /** A copy of the template of that name, which {@code migrate} makes at the first call. */
  TestDatabase copy(String template, Consumer<TestDatabase> migrate) {
    String source =
        migrated.computeIfAbsent(template, name -> new Once<>(() -> migrate(name, migrate))).get();
    String name = nextName();
    server.createDatabase(name, source);
    return database(name);
  }

  TestDatabase empty() {
    String name = nextName();
    server.createDatabase(name);
    return database(name);
  }

  private String nextName() {
    return "t_" + ProcessHandle.current().pid() + "_" + copies.incrementAndGet();
  }

  private String migrate(String template, Consumer<TestDatabase> migrate) {
    String name = "template_" + template;
    server.createDatabase(name);
    migrate.accept(database(name));
    disconnectAll(name);
    return name;
  }

  /** A pool that a migration left open would be in the way of every copy. */
  private void disconnectAll(String name) {
    String sql = "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ?";
    TestDatabase admin = database("postgres");
    try (Connection connection =
            DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot free the template " + name, e);
    }
  }

  private TestDatabase database(String name) {
    return new TestDatabase(name, server.jdbcUrl(name), server.user(), server.password());
  }
}
