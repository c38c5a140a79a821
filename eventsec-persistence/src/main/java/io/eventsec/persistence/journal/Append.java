package io.eventsec.persistence.journal;

import io.eventsec.core.ingest.Correlation;
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
 * is held for two statements and a commit only; once in 10,000 times for a partition more.
 */
final class Append {
  /**
   * What is under the key already, the number that is next, whether there is room for it, and
   * whether the source has sent before.
   */
  private static final String LOOK =
      """
      select receipt.position, receipt.record_count, receipt.digest, last_position + 1 as next,
        exists (
          select from pg_inherits where inhparent = 'journal'::regclass
          and inhrelid = to_regclass('journal_p' || (last_position + 1) / 10000)) as room,
        exists (select from sources where tenant = ? and name = ?) as known
      from journal_state left join journal_receipts receipt
      on receipt.tenant = ? and receipt.source = ? and receipt.batch_key = ?""";

  private static final String STORE =
      """
      with numbered as (
        update journal_state set last_position = last_position + 1, records = records + ?
        returning last_position as position
      ), noted as (
        update sources set last_received_at = greatest(last_received_at, ?),
          batches = batches + 1, records = records + ?
        where tenant = ? and name = ?
      ), stored as (
        insert into journal (position, tenant, source, batch_key, origin_key, first_ordinal, format,
          received_at, record_count, raw_size, payload, correlation_id)
        select position, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from numbered
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
    AppendLock.take(connection);
    // A statement after the lock, so that it sees what was committed while we waited for it.
    Look look = look(connection);
    if (look.earlier().isPresent()) {
      return look.earlier().get();
    }
    if (!look.room()) {
      JournalPartitions.make(connection, JournalPartition.of(look.next()));
    }
    if (!look.known()) {
      SourceNote.add(connection, batch);
    }
    return store(connection);
  }

  private record Look(Optional<JournalReceipt> earlier, long next, boolean room, boolean known) {}

  private Look look(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOOK)) {
      setKey(query, setSource(query, 1));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("The table journal_state is empty; it must have one row");
        }
        return new Look(
            earlier(row), row.getLong("next"), row.getBoolean("room"), row.getBoolean("known"));
      }
    }
  }

  private Optional<JournalReceipt> earlier(ResultSet row) throws SQLException {
    byte[] earlier = row.getBytes("digest");
    if (earlier == null) {
      return Optional.empty();
    }
    checkContent(earlier);
    return Optional.of(
        new JournalReceipt(
            new JournalPosition(row.getLong("position")), row.getInt("record_count"), true));
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
      insert.setTimestamp(2, Timestamp.from(batch.receivedAt()));
      insert.setInt(3, batch.count());
      setReceipt(insert, setRow(insert, setSource(insert, 4)));
      try (ResultSet row = insert.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("The table journal_state is empty; it must have one row");
        }
        return new JournalReceipt(new JournalPosition(row.getLong(1)), batch.count(), false);
      }
    }
  }

  private int setRow(PreparedStatement insert, int first) throws SQLException {
    int next = setKey(insert, first);
    insert.setString(next++, batch.origin().key());
    insert.setLong(next++, batch.origin().firstOrdinal());
    insert.setString(next++, batch.format());
    insert.setTimestamp(next++, Timestamp.from(batch.receivedAt()));
    insert.setInt(next++, batch.count());
    insert.setInt(next++, batch.payload().length);
    insert.setBytes(next++, compressed);
    insert.setString(next++, batch.correlation().map(Correlation::id).orElse(null));
    return next;
  }

  private void setReceipt(PreparedStatement insert, int first) throws SQLException {
    int next = setKey(insert, first);
    insert.setTimestamp(next++, Timestamp.from(batch.receivedAt()));
    insert.setInt(next++, batch.count());
    insert.setBytes(next, digest);
  }

  private int setKey(PreparedStatement statement, int first) throws SQLException {
    int next = setSource(statement, first);
    statement.setString(next++, batch.batchKey());
    return next;
  }

  private int setSource(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    statement.setString(next++, batch.origin().tenant().id());
    statement.setString(next++, batch.origin().source());
    return next;
  }
}
