package io.eventsec.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.schema.SchemaMigration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database behind a pool for one test class, emptied before each test, with the entities
 * and people that the class asks for.
 */
final class TestStore implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final String EMPTY =
      """
      alter table audit disable trigger audit_append_only;
      truncate advisory_mirrors, advisory_sources, alert_history, alerts, asset_addresses, asset_evaluations, asset_merges, asset_vulnerabilities, assets, audit,
        correlation_counts, correlation_state, coverage, dead_letter_evictions, dead_letters, digest_times, entity_risk,
        finding_digests, finding_history, finding_news, found_components,
        incident_history, incident_items, incidents, indicator_sightings, indicator_state, indicators,
        jobs, journal, journal_readers, journal_receipts, login_attempts, notifications, outbox, reevaluation_ranges,
        reevaluations, risk_contributions, risk_policies, risk_policy_choices, rule_exceptions, rule_policy_state, rule_set_members,
        rule_sets, rule_settings, rules, sensors, setup_tokens, software_components, sources,
        taxii_collections, team_members, teams, untimely_events, user_sessions, users, vulnerabilities;
      alter table audit enable trigger audit_append_only;
      delete from tenants where id <> 'default';
      update journal_state set last_position = 0, records = 0""";

  private @Nullable TestDatabase database;
  private @Nullable HikariDataSource pool;
  private @Nullable TestEntities entities;
  private int users;

  @Override
  public void beforeAll(ExtensionContext context) {
    if (users++ == 0) {
      database =
          TestServers.database(
              "persistence", empty -> new SchemaMigration(empty.dataSource()).migrate());
      // The adapters must not rely on the pool's isolation: they set their own.
      pool = pool(database, "TRANSACTION_REPEATABLE_READ");
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    execute(EMPTY);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (--users == 0) {
      if (entities != null) {
        entities.close();
      }
      pool().close();
      TestServers.drop(database());
    }
  }

  static HikariDataSource pool(TestDatabase database, String isolation) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(10_000);
    config.setTransactionIsolation(isolation);
    // As the README asks for.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }

  HikariDataSource pool() {
    if (pool == null) {
      throw new IllegalStateException("no pool before the class's first callback");
    }
    return pool;
  }

  /** The entities on it; the first who asks opens them. */
  synchronized TestEntities entities() {
    if (entities == null) {
      entities = new TestEntities(database());
    }
    return entities;
  }

  /** Users and alerts to work with. */
  TestPeople people() {
    return new TestPeople(this, entities());
  }

  TestDatabase database() {
    if (database == null) {
      throw new IllegalStateException("no database before the class's first callback");
    }
    return database;
  }

  void execute(String sql) {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Polls until it is so, for 20 seconds at most. */
  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within 20 seconds: " + what);
      }
      Thread.onSpinWait();
    }
  }
}
