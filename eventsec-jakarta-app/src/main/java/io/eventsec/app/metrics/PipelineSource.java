package io.eventsec.app.metrics;

import io.eventsec.app.wiring.Database;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.IndexPipeline;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.detection.ReaderState;
import io.eventsec.persistence.journal.JournalTotals;
import io.eventsec.persistence.journal.PostgresJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the figures of the pipeline from the database. */
@ApplicationScoped
public class PipelineSource {
  private static final int QUERY_SECONDS = 5;

  /** Positions have no gaps: the batch that a reader reads next is the one after its position. */
  private static final String WAITING =
      "select extract(epoch from clock_timestamp() - received_at) from journal where position = ?";

  private static final String DEAD_LETTERS =
      "select stage, count(*) from dead_letters group by stage";

  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore store;
  @Inject PostgresOutbox outbox;
  @Inject Database database;

  /**
   * The figures as they are now.
   *
   * @throws StoreUnavailableException if the database does not answer
   */
  PipelineFigures read() {
    // The readers first: what is appended meanwhile can only make them look further behind.
    List<ReaderState> states = store.readers();
    JournalTotals totals = journal.totals();
    long pending = outbox.pending();
    try (Connection connection = database.dataSource().getConnection()) {
      return new PipelineFigures(
          totals.end().value(),
          totals.records(),
          state(states, DetectionPipeline.READER).events(),
          List.of(
              reader(connection, state(states, DetectionPipeline.READER)),
              reader(connection, state(states, IndexPipeline.READER))),
          deadLetters(connection),
          pending);
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "The database does not say how the pipeline is: " + e.getMessage(), e);
    }
  }

  private static ReaderState state(List<ReaderState> states, String name) {
    return Stream.concat(
            states.stream().filter(state -> state.reader().equals(name)),
            Stream.of(new ReaderState(name, JournalPosition.START, 0, 0, Instant.EPOCH)))
        .findFirst()
        .orElseThrow();
  }

  private static PipelineFigures.Reader reader(Connection connection, ReaderState state)
      throws SQLException {
    return new PipelineFigures.Reader(
        state.reader(),
        state.position().value(),
        state.records(),
        waiting(connection, state.position().value() + 1));
  }

  private static double waiting(Connection connection, long position) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(WAITING)) {
      query.setQueryTimeout(QUERY_SECONDS);
      query.setLong(1, position);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Math.max(0, row.getDouble(1)) : 0;
      }
    }
  }

  private static Map<Rejection.Stage, Long> deadLetters(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DEAD_LETTERS)) {
      query.setQueryTimeout(QUERY_SECONDS);
      try (ResultSet row = query.executeQuery()) {
        Map<Rejection.Stage, Long> counts = new EnumMap<>(Rejection.Stage.class);
        while (row.next()) {
          counts.put(Rejection.Stage.valueOf(row.getString(1)), row.getLong(2));
        }
        return counts;
      }
    }
  }
}
