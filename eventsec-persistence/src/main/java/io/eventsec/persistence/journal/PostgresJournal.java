package io.eventsec.persistence.journal;

import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.internal.CustomPlans;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The journal as a partitioned PostgreSQL table: one row a batch, compressed. The user must own the
 * table: whoever appends may have to make a partition. Every call is a transaction of its own and
 * must not be made inside a container's transaction.
 *
 * <p>Positions start at 1 and have no gaps: they are drawn under a lock that is held until the
 * batch is visible.
 */
public final class PostgresJournal implements EventJournal {
  /** The largest payload that is taken, in bytes before compression. */
  public static final int LARGEST_PAYLOAD = 64 * 1024 * 1024;

  private static final double NANOS = 1e9;
  private static final int RECEIPTS_A_STEP = 10_000;

  /** Positions have no gaps: the batch that a reader reads next is the one after its position. */
  private static final String WAITING =
      "select extract(epoch from clock_timestamp() - received_at) from journal where position = ?";

  private final Database database;
  private final JournalLook look;
  private final PartitionDrop drop;

  /** A journal in this database. */
  public PostgresJournal(DataSource dataSource) {
    this.database = new Database(dataSource);
    this.look = new JournalLook(database);
    this.drop = new PartitionDrop(database);
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

  /**
   * {@inheritDoc}
   *
   * <p>Batches share a partition by 10,000 positions: what shares one with the position stays
   * unless it is the last of it. A partition that is in use for more than a quarter of a second
   * stays as well, and all behind it.
   */
  @Override
  public int truncate(JournalPosition upTo) {
    long last = Math.min(upTo.value(), end().value());
    long dropped = 0;
    for (JournalPartition partition : look.partitions()) {
      if (partition.last() > last) {
        break;
      }
      long batches = look.batches(partition);
      if (drop.drop(partition.name()) == PartitionDrop.Outcome.BUSY) {
        break;
      }
      dropped += batches;
    }
    return Math.toIntExact(dropped);
  }

  /**
   * Makes the partition that is written to and the next one, if they are missing: ahead of need, so
   * that no sender waits the few milliseconds for it. Appending makes what is missing anyway.
   *
   * @return how many it made
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int prepare() {
    return database.inTransaction("prepare the journal's partitions", PostgresJournal::prepare);
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
   * How long the batch after a position has been waiting, by the database's clock.
   *
   * @return empty if there is no such batch: nothing waits, or the journal was truncated beyond it
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Optional<Duration> waiting(JournalPosition after) {
    return database.inTransaction(
        "look how long a batch has waited", connection -> waiting(connection, after));
  }

  /**
   * Forgets the receipts of batches received before an instant; their keys can be used again. Done
   * in steps of 10,000, each of which stays done.
   *
   * @return how many
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetReceipts(Instant before) {
    int forgotten = 0;
    int step;
    do {
      step =
          database.inTransaction(
              "forget old receipts of the journal", connection -> forget(connection, before));
      forgotten += step;
    } while (step == RECEIPTS_A_STEP);
    return forgotten;
  }

  private static Optional<Duration> waiting(Connection connection, JournalPosition after)
      throws SQLException {
    CustomPlans.use(connection);
    try (PreparedStatement query = connection.prepareStatement(WAITING)) {
      query.setLong(1, after.value() + 1);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(Duration.ofNanos(Math.max(0, (long) (row.getDouble(1) * NANOS))))
            : Optional.empty();
      }
    }
  }

  private static int forget(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            delete from journal_receipts where (tenant, source, batch_key) in (
              select tenant, source, batch_key from journal_receipts
              where received_at < ? order by received_at limit ?)""")) {
      delete.setTimestamp(1, Timestamp.from(before));
      delete.setInt(2, RECEIPTS_A_STEP);
      return delete.executeUpdate();
    }
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

  private static int prepare(Connection connection) throws SQLException {
    AppendLock.take(connection);
    JournalPartition current = JournalPartition.of(totals(connection).end().value() + 1);
    int made = 0;
    for (JournalPartition partition : List.of(current, current.next())) {
      if (!JournalPartitions.there(connection, partition)) {
        JournalPartitions.make(connection, partition);
        made++;
      }
    }
    return made;
  }

  static JournalTotals totals(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select last_position, records from journal_state");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("The table journal_state is empty; it must have one row");
      }
      return new JournalTotals(new JournalPosition(row.getLong(1)), row.getLong(2));
    }
  }
}
