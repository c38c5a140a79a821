package io.eventsec.persistence.detection;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What detection found, in PostgreSQL. Every call is a transaction of its own and must not be made
 * inside a container's transaction.
 *
 * <p>Text of an alert's title and entities is kept without U+0000; its evidence is kept exactly.
 */
public final class PostgresDetectionStore implements DetectionStore {
  /** The kind of outbox entry that a new alert leaves; see {@link Alert} and its document. */
  static final String ALERT_INDEX = "alert.index";

  private final Database database;
  private final Clock clock;

  /** A store in this database. */
  public PostgresDetectionStore(DataSource dataSource) {
    this(dataSource, Clock.systemUTC());
  }

  /**
   * A store in this database.
   *
   * @param clock says when an alert was raised
   */
  public PostgresDetectionStore(DataSource dataSource, Clock clock) {
    this.database = new Database(dataSource);
    this.clock = clock;
  }

  @Override
  public List<Alert> commit(DetectionCommit commit) {
    return database.inTransaction(
        "commit a step of reader '" + commit.step().reader() + "'",
        connection -> commit(connection, commit));
  }

  @Override
  public JournalPosition position(String reader) {
    return database.inTransaction(
        "look up the position of reader '" + reader + "'",
        connection -> ReaderRow.position(connection, reader));
  }

  @Override
  public void advance(ReaderStep step, List<DeadLetter> deadLetters) {
    commit(new DetectionCommit(step, List.of(), deadLetters, 0));
  }

  /**
   * Every reader that has ever moved, by name.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<ReaderState> readers() {
    return database.inTransaction("look up the readers' positions", ReaderRow::all);
  }

  @Override
  public Map<Tenant, Map<String, byte[]>> correlationState() {
    return database.inTransaction("look up what correlations remember", CorrelationRows::all);
  }

  private List<Alert> commit(Connection connection, DetectionCommit commit) throws SQLException {
    ReaderRow.lock(connection, commit.step());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AlertRows alerts = new AlertRows(connection, now);
    List<Alert> raised = new ArrayList<>(alerts.raise(commit.alerts()));
    raised.addAll(new AlertMergeRows(connection, alerts).write(commit.noise().merges()));
    ExceptionHitRows.count(connection, commit.noise().hits());
    RiskRows.write(connection, commit.risk(), raised);
    SightingRows.count(connection, raised, now);
    AlertRepeatRows.write(connection, commit.correlations().repeats());
    CorrelationRows.write(connection, commit.correlations().state());
    CorrelationNotes.write(connection, commit.correlations());
    DeadLetterRows.insert(connection, commit.deadLetters());
    CoverageRows.write(connection, commit.coverage());
    ReaderRow.move(connection, commit.step(), commit.events());
    return raised;
  }
}
