package io.eventsec.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Plans made for the values given. A statement that is run often is planned once for any value
 * otherwise; over a partitioned table that plan opens and locks every partition, each time.
 */
public final class CustomPlans {
  private CustomPlans() {}

  /** To the end of the transaction. */
  public static void use(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local plan_cache_mode = force_custom_plan");
    }
  }
}
