package io.eventsec.persistence.detection;

import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.internal.CustomPlans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A reader's row: locked for a step, then moved. */
final class ReaderRow {
  private ReaderRow() {}

  /** Locks the reader's row, made if it is missing, and checks where the reader stands. */
  static void lock(Connection connection, ReaderStep step) throws SQLException {
    OptionalLong position = lock(connection, step.reader());
    if (position.isEmpty()) {
      insert(connection, step.reader());
      position = lock(connection, step.reader());
    }
    long stands = position.orElseThrow();
    if (stands != step.from().value()) {
      throw new PositionConflictException(
          "Reader '"
              + step.reader()
              + "' stands at "
              + stands
              + ", not at "
              + step.from().value()
              + ": another node has moved it; read its position again");
    }
  }

  static void move(Connection connection, ReaderStep step, long events) throws SQLException {
    CustomPlans.use(connection);
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update journal_readers set position = ?, events = events + ?, moved_at = now(),
              records = records + (
                select coalesce(sum(record_count), 0) from journal
                where position > ? and position <= ?)
            where reader = ?""")) {
      update.setLong(1, step.to().value());
      update.setLong(2, events);
      update.setLong(3, step.from().value());
      update.setLong(4, step.to().value());
      update.setString(5, step.reader());
      update.executeUpdate();
    }
  }

  static JournalPosition position(Connection connection, String reader) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select position from journal_readers where reader = ?")) {
      query.setString(1, reader);
      return new JournalPosition(first(query).orElse(0));
    }
  }

  static List<ReaderState> all(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select reader, position, records, events, moved_at from journal_readers order by reader");
        ResultSet row = query.executeQuery()) {
      List<ReaderState> states = new ArrayList<>();
      while (row.next()) {
        states.add(
            new ReaderState(
                row.getString(1),
                new JournalPosition(row.getLong(2)),
                row.getLong(3),
                row.getLong(4),
                row.getTimestamp(5).toInstant()));
      }
      return states;
    }
  }

  private static OptionalLong lock(Connection connection, String reader) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select position from journal_readers where reader = ? for update")) {
      query.setString(1, reader);
      return first(query);
    }
  }

  private static void insert(Connection connection, String reader) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into journal_readers (reader, position) values (?, 0) on conflict do nothing")) {
      insert.setString(1, reader);
      insert.executeUpdate();
    }
  }

  private static OptionalLong first(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }
}
