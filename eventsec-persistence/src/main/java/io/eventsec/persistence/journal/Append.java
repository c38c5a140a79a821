package io.eventsec.persistence.journal;

import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/**
 * One batch on its way into the journal: compressed and digested when it is made, so that the lock
 * is held for two statements and a commit only.
 */
final class Append {
  /** The key of the advisory lock that makes the order of numbers the order of commits. */
  private static final String LOCK = "select pg_advisory_xact_lock(7310583204196611393)";

  private static final String RECEIPT =
      """
      select position, record_count, digest from journal_receipts
      where tenant = ? and source = ? and batch_key = ?""";

  private static final String STORE =
      """
      with numbered as (
        update journal_state set last_position = last_position + 1, records = records + ?
        returning last_position as position
      ), stored as (
        insert into journal (position, tenant, source, batch_key, origin_key, first_ordinal, format,
          received_at, record_count, raw_size, payload)
        select position, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from numbered
      )
      insert into journal_receipts (position, tenant, source, batch_key, received_at, record_count,
        digest)
      select position, ?, ?, ?, ?, ?, ? from numbered returning position""";

  private final RawBatch batch;
  private final byte[] compressed;
  private final byte[] digest;

  Append(RawBatch batch) {
    this.batch = batch;
    this.compressed = PayloadCodec.compress(batch.payload());
    this.digest = PayloadCodec.digest(batch.payload());
  }

  JournalReceipt to(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.execute();
    }
    // A statement after the lock, so that it sees what was committed while we waited for it.
    Optional<JournalReceipt> earlier = receipt(connection);
    return earlier.isPresent() ? earlier.get() : store(connection);
  }

  private Optional<JournalReceipt> receipt(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(RECEIPT)) {
      setKey(query, 1);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        checkContent(row.getBytes("digest"));
        return Optional.of(
            new JournalReceipt(
                new JournalPosition(row.getLong("position")), row.getInt("record_count"), true));
      }
    }
  }

  private void checkContent(byte[] earlier) {
    if (!MessageDigest.isEqual(digest, earlier)) {
      throw new IdempotencyConflictException(
          "The batch key '"
              + batch.batchKey()
              + "' of source '"
              + batch.origin().source()
              + "' was used for other content; use a new key for a new batch");
    }
  }

  private JournalReceipt store(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(STORE)) {
      insert.setInt(1, batch.count());
      setRow(insert);
      setReceipt(insert);
      try (ResultSet row = insert.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("The table journal_state is empty; it must have one row");
        }
        return new JournalReceipt(new JournalPosition(row.getLong(1)), batch.count(), false);
      }
    }
  }

  private void setRow(PreparedStatement insert) throws SQLException {
    int next = setKey(insert, 2);
    insert.setString(next++, batch.origin().key());
    insert.setLong(next++, batch.origin().firstOrdinal());
    insert.setString(next++, batch.format());
    insert.setTimestamp(next++, Timestamp.from(batch.receivedAt()));
    insert.setInt(next++, batch.count());
    insert.setInt(next++, batch.payload().length);
    insert.setBytes(next, compressed);
  }

  private void setReceipt(PreparedStatement insert) throws SQLException {
    int next = setKey(insert, 12);
    insert.setTimestamp(next++, Timestamp.from(batch.receivedAt()));
    insert.setInt(next++, batch.count());
    insert.setBytes(next, digest);
  }

  private int setKey(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    statement.setString(next++, batch.origin().tenant().id());
    statement.setString(next++, batch.origin().source());
    statement.setString(next++, batch.batchKey());
    return next;
  }
}
