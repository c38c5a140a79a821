package io.eventsec.persistence.schema;

import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Looks at the schema without changing it. Safe to share between threads. */
public final class SchemaCheck {
  /** Flyway's own table. */
  private static final String HISTORY = "flyway_schema_history";

  /** Every table of {@link SchemaVersion#EXPECTED}. */
  private static final List<String> TABLES =
      List.of(
          "advisory_mirrors",
          "advisory_sources",
          "alert_history",
          "alerts",
          "asset_addresses",
          "asset_evaluations",
          "asset_merges",
          "asset_vulnerabilities",
          "assets",
          "audit",
          "coverage",
          "dead_letter_evictions",
          "dead_letters",
          "digest_times",
          "entity_risk",
          "finding_digests",
          "finding_history",
          "finding_news",
          "found_components",
          HISTORY,
          "incident_history",
          "incident_items",
          "incidents",
          "indicator_sightings",
          "indicator_state",
          "indicators",
          "jobs",
          "journal",
          "journal_readers",
          "journal_receipts",
          "journal_state",
          "login_attempts",
          "notifications",
          "correlation_state",
          "correlation_counts",
          "untimely_events",
          "outbox",
          "risk_policies",
          "risk_policy_choices",
          "rule_exceptions",
          "rule_policy_state",
          "rule_settings",
          "risk_contributions",
          "reevaluation_ranges",
          "reevaluations",
          "rule_set_members",
          "rule_sets",
          "rules",
          "sensors",
          "setup_tokens",
          "software_components",
          "sources",
          "taxii_collections",
          "team_members",
          "teams",
          "tenants",
          "user_sessions",
          "users",
          "vulnerabilities");

  private static final String PRESENT =
      "select table_name from information_schema.tables where table_schema = current_schema()";

  private static final String VERSION =
      "select version from "
          + HISTORY
          + " where success and version is not null order by installed_rank desc limit 1";

  private final Database database;

  /** A check of this database. */
  public SchemaCheck(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * Looks.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public SchemaState check() {
    return database.inTransaction("look at the schema", SchemaCheck::check);
  }

  private static SchemaState check(Connection connection) throws SQLException {
    Set<String> present = new HashSet<>(strings(connection, PRESENT));
    List<String> missing = TABLES.stream().filter(table -> !present.contains(table)).toList();
    Optional<String> version =
        present.contains(HISTORY)
            ? strings(connection, VERSION).stream().findFirst()
            : Optional.empty();
    return new SchemaState(version, SchemaVersion.EXPECTED, missing);
  }

  private static Set<String> strings(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      Set<String> values = new HashSet<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }
}
