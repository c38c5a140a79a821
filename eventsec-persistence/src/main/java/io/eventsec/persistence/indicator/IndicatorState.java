package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** The rows of {@code indicator_state}: one transaction a tenant changes indicators at a time. */
final class IndicatorState {
  private static final String ENSURE =
      """
      insert into indicator_state (tenant, revision, changed_at)
      select id, 0, ?::timestamptz from tenants where id = ? on conflict do nothing""";

  private static final String LOCK = "select 1 from indicator_state where tenant = ? for update";

  private static final String RISE =
      """
      update indicator_state set revision = revision + 1, changed_at = ?::timestamptz
      where tenant = ?""";

  private static final String RISE_ALL =
      "update indicator_state set revision = revision + 1, changed_at = now()";

  private IndicatorState() {}

  /** Takes the tenant's row, and makes it if it is not there. */
  static void lock(Connection connection, Tenant tenant, Instant now) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ENSURE)) {
      insert.setString(1, now.toString());
      insert.setString(2, tenant.id());
      insert.executeUpdate();
    }
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, tenant.id());
      lock.executeQuery().close();
    }
  }

  /** The tenant's indicators have changed. */
  static void rise(Connection connection, Tenant tenant, Instant now) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RISE)) {
      update.setString(1, now.toString());
      update.setString(2, tenant.id());
      update.executeUpdate();
    }
  }

  /** Those of any tenant may have changed. */
  static int riseAll(Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RISE_ALL)) {
      return update.executeUpdate();
    }
  }
}
