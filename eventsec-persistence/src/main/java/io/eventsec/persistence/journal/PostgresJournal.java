package io.eventsec.persistence.journal;

import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * The journal as a PostgreSQL table: one row a batch, compressed. Every call is a transaction of
 * its own and must not be made inside a container's transaction.
 *
 * <p>Positions start at 1 and have no gaps: they are drawn under a lock that is held until the
 * batch is visible.
 */
public final class PostgresJournal implements EventJournal {
  /** The largest payload that is taken, in bytes before compression. */
  public static final int LARGEST_PAYLOAD = 64 * 1024 * 1024;

  private final Database database;

  /** A journal in this database. */
  public PostgresJournal(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the payload is larger than {@link #LARGEST_PAYLOAD}, or a
   *     name contains what PostgreSQL cannot store
   */
  @Override
  public JournalReceipt append(RawBatch batch) {
    check(batch);
    // Before a connection is borrowed: compressing is what takes time here.
    Append append = new Append(batch);
    return database.inTransaction("append a batch to the journal", append::to);
  }

  @Override
  public List<JournalEntry> read(JournalPosition after, ReadLimit limit) {
    return database.inTransaction(
        "read the journal", connection -> JournalReading.read(connection, after, limit));
  }

  @Override
  public JournalPosition end() {
    return totals().end();
  }

  @Override
  public int truncate(JournalPosition upTo) {
    return database.inTransaction(
        "truncate the journal",
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("delete from journal where position <= ?")) {
            delete.setLong(1, upTo.value());
            return delete.executeUpdate();
          }
        });
  }

  /**
   * Position and records so far.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public JournalTotals totals() {
    return database.inTransaction("look at the journal's end", PostgresJournal::totals);
  }

  /**
   * The position of the last batch that was received before an instant; START if there is none.
   * What retention may truncate, if every reader has passed it.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public JournalPosition lastBefore(Instant instant) {
    return database.inTransaction(
        "look for old batches in the journal",
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select coalesce(max(position), 0) from journal where received_at < ?")) {
            query.setTimestamp(1, Timestamp.from(instant));
            return position(query);
          }
        });
  }

  /**
   * Forgets the receipts of batches received before an instant; their keys can be used again.
   *
   * @return how many
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetReceipts(Instant before) {
    return database.inTransaction(
        "forget old receipts of the journal",
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("delete from journal_receipts where received_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
          }
        });
  }

  private static void check(RawBatch batch) {
    if (batch.payload().length > LARGEST_PAYLOAD) {
      throw new IllegalArgumentException(
          "Batch of "
              + batch.payload().length
              + " bytes is too large for the journal; send at most "
              + LARGEST_PAYLOAD
              + " at once");
    }
    StorableText.exactly("The batch key", batch.batchKey());
    StorableText.exactly("The origin's key", batch.origin().key());
    StorableText.exactly("The source", batch.origin().source());
    StorableText.exactly("The format", batch.format());
  }

  private static JournalTotals totals(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select last_position, records from journal_state");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("The table journal_state is empty; it must have one row");
      }
      return new JournalTotals(new JournalPosition(row.getLong(1)), row.getLong(2));
    }
  }

  private static JournalPosition position(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? new JournalPosition(row.getLong(1)) : JournalPosition.START;
    }
  }
}
