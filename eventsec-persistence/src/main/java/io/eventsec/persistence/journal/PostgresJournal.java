package io.eventsec.persistence.journal;

import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import io.eventsec.core.spi.ReadLimit;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The journal as a PostgreSQL table: one row a batch, compressed. */
public final class PostgresJournal implements EventJournal {
  private final DataSource dataSource;

  /** A journal in this database. */
  public PostgresJournal(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public JournalReceipt append(RawBatch batch) {
    throw new UnsupportedOperationException(dataSource.toString());
  }

  @Override
  public List<JournalEntry> read(JournalPosition after, ReadLimit limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public JournalPosition end() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int truncate(JournalPosition upTo) {
    throw new UnsupportedOperationException();
  }

  /**
   * Position and records so far.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public JournalTotals totals() {
    throw new UnsupportedOperationException();
  }

  /**
   * The position of the last batch that was received before an instant; START if there is none.
   * What retention may truncate, if every reader has passed it.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public JournalPosition lastBefore(Instant instant) {
    throw new UnsupportedOperationException();
  }

  /**
   * Forgets the receipts of batches received before an instant; their keys can be used again.
   *
   * @return how many
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetReceipts(Instant before) {
    throw new UnsupportedOperationException();
  }
}
