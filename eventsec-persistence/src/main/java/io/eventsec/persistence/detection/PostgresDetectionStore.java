package io.eventsec.persistence.detection;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import java.util.List;
import javax.sql.DataSource;

/** What detection found, in PostgreSQL. */
public final class PostgresDetectionStore implements DetectionStore {
  private final DataSource dataSource;

  /** A store in this database. */
  public PostgresDetectionStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Alert> commit(DetectionCommit commit) {
    throw new UnsupportedOperationException(dataSource.toString());
  }

  @Override
  public JournalPosition position(String reader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void advance(ReaderStep step, List<DeadLetter> deadLetters) {
    throw new UnsupportedOperationException();
  }

  /**
   * Every reader that has ever moved, by name.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<ReaderState> readers() {
    throw new UnsupportedOperationException();
  }
}
