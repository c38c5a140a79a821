package io.eventsec.persistence.journal;

import io.eventsec.core.ingest.RawBatch;
import io.eventsec.persistence.source.Sources;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;

/**
 * Makes a source known that has not sent before, under the append lock. A tenant has a bounded
 * number of them, so that a sender that makes up names cannot fill the table.
 */
final class SourceNote {
  private static final String FORGET =
      """
      delete from sources where (tenant, name) in (
        select tenant, name from sources where tenant = ?
        order by last_received_at desc, name offset ?)""";

  private static final String ADD =
      """
      insert into sources (tenant, name, first_received_at, last_received_at, batches, records)
      values (?, ?, ?, ?, 0, 0)""";

  private SourceNote() {}

  /**
   * Adds the batch's source, and forgets the tenant's longest silent ones if there are too many.
   */
  static void add(Connection connection, RawBatch batch) throws SQLException {
    String tenant = batch.origin().tenant().id();
    try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setString(1, tenant);
      delete.setInt(2, Sources.MOST - 1);
      delete.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setString(1, tenant);
      insert.setString(2, batch.origin().source());
      insert.setTimestamp(3, Timestamp.from(batch.receivedAt()));
      insert.setTimestamp(4, Timestamp.from(batch.receivedAt()));
      insert.executeUpdate();
    }
  }
}
