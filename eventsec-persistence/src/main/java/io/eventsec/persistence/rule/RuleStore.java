package io.eventsec.persistence.rule;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Every version of a rule that was ever loaded, so that an alert can show the text that fired, for
 * ever. Safe to share between threads and nodes.
 */
public final class RuleStore {
  private static final String RECORD =
      """
      insert into rules (tenant, rule_id, version, title, level, source_yaml)
      select ?, rule_id, version, title, level, source_yaml
      from unnest(?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[])
        as given (rule_id, version, title, level, source_yaml)
      on conflict do nothing""";

  private final Database database;

  /** The rules in this database. */
  public RuleStore(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * Keeps the versions that are not there yet; a version that is there stays as it is.
   *
   * @return how many were new
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int record(Tenant tenant, Collection<StoredRule> rules) {
    if (rules.isEmpty()) {
      return 0;
    }
    return database.inTransaction(
        "record rules", connection -> record(connection, tenant, List.copyOf(rules)));
  }

  /**
   * One version of a rule; empty if it was never recorded.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Optional<StoredRule> find(Tenant tenant, RuleRef ref) {
    return database.inTransaction("look up a rule", connection -> find(connection, tenant, ref));
  }

  private static int record(Connection connection, Tenant tenant, List<StoredRule> rules)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
      insert.setString(1, tenant.id());
      Columns<StoredRule> columns = new Columns<>(insert, 2, rules);
      columns.text(rule -> StorableText.of(rule.ref().id()));
      columns.text(rule -> rule.ref().version());
      columns.text(rule -> StorableText.of(rule.title()));
      columns.array("int2", rule -> (short) rule.level().ordinal());
      columns.text(rule -> StorableText.of(rule.sourceYaml()));
      return insert.executeUpdate();
    }
  }

  private static Optional<StoredRule> find(Connection connection, Tenant tenant, RuleRef ref)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select title, level, source_yaml from rules
            where tenant = ? and rule_id = ? and version = ?""")) {
      query.setString(1, tenant.id());
      query.setString(2, ref.id());
      query.setString(3, ref.version());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(rule(ref, row)) : Optional.empty();
      }
    }
  }

  private static StoredRule rule(RuleRef ref, ResultSet row) throws SQLException {
    return new StoredRule(
        ref, row.getString(1), Severity.values()[row.getInt(2)], row.getString(3));
  }
}
