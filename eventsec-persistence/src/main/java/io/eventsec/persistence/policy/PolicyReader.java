package io.eventsec.persistence.policy;

import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.ExceptionFilter;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.policy.RuleSetting;
import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads what tenants have decided, for whoever runs rules. Exceptions that expired more than 30
 * days ago are not among it: events so old are none of a stream. Safe to share between threads.
 */
public final class PolicyReader {
  private static final String SETTINGS =
      "select tenant, rule_id, enabled, level from rule_settings";

  private static final String EXCEPTIONS =
      """
      select id, tenant, rule_id, detection, expires_at from rule_exceptions
      where ended_at is null and expires_at > now() - interval '30 days'""";

  private final Database database;

  /** Of this database. */
  public PolicyReader(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * What holds now.
   *
   * @param known the revision that the caller has
   * @return empty if that is still the one
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Optional<PolicySnapshot> readIfOther(long known) {
    return database.inTransaction(
        "look up the rule policies",
        connection -> {
          long revision = revision(connection);
          return revision == known ? Optional.empty() : Optional.of(read(connection, revision));
        });
  }

  private static long revision(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select revision from rule_policy_state");
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static PolicySnapshot read(Connection connection, long revision) throws SQLException {
    List<String> unreadable = new ArrayList<>();
    List<RuleSetting> settings = settings(connection);
    List<ExceptionFilter> exceptions = exceptions(connection, unreadable);
    return new PolicySnapshot(revision, RulePolicies.compile(settings, exceptions), unreadable);
  }

  private static List<RuleSetting> settings(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SETTINGS);
        ResultSet row = query.executeQuery()) {
      List<RuleSetting> settings = new ArrayList<>();
      while (row.next()) {
        int level = row.getInt(4);
        Optional<Severity> own =
            row.wasNull() ? Optional.empty() : Optional.of(Severity.values()[level]);
        settings.add(
            new RuleSetting(
                new Tenant(row.getString(1)), row.getString(2), row.getBoolean(3), own));
      }
      return settings;
    }
  }

  private static List<ExceptionFilter> exceptions(Connection connection, List<String> unreadable)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(EXCEPTIONS);
        ResultSet row = query.executeQuery()) {
      List<ExceptionFilter> exceptions = new ArrayList<>();
      while (row.next()) {
        UUID id = row.getObject(1, UUID.class);
        try {
          exceptions.add(
              new ExceptionFilter(
                  id,
                  new Tenant(row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getTimestamp(5).toInstant()));
        } catch (IllegalArgumentException e) {
          unreadable.add("Exception " + id + " " + e.getMessage());
        }
      }
      return exceptions;
    }
  }
}
