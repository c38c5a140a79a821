package io.eventsec.persistence.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of an {@code unnest(...)}: one array a column, one element a row. */
public final class Columns<R> {
  private final PreparedStatement statement;
  private final List<R> rows;
  private int next;

  /**
   * Columns for these rows.
   *
   * @param first the number of the first array's parameter
   */
  public Columns(PreparedStatement statement, int first, List<R> rows) {
    this.statement = statement;
    this.rows = List.copyOf(rows);
    this.next = first;
  }

  /** Sets the next column, of type text. */
  public void text(Function<R, String> value) throws SQLException {
    array("text", value);
  }

  /** Sets the next column, of type text, with null where there is none. */
  public void optionalText(Function<R, Optional<String>> value) throws SQLException {
    @Nullable String[] values = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i)).orElse(null);
    }
    statement.setArray(next++, statement.getConnection().createArrayOf("text", values));
  }

  /** Sets the next column, of type bytea. */
  public void bytes(Function<R, byte[]> value) throws SQLException {
    byte[][] values = rows.stream().map(value).toArray(byte[][]::new);
    statement.setArray(next++, statement.getConnection().createArrayOf("bytea", values));
  }

  /**
   * Sets the next column.
   *
   * @param type PostgreSQL's name of the elements' type
   */
  public void array(String type, Function<R, ?> value) throws SQLException {
    Object[] values = rows.stream().map(value).toArray();
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
  }

  /**
   * Sets the next column, with null where there is none.
   *
   * @param type PostgreSQL's name of the elements' type
   */
  public void optional(String type, Function<R, ? extends Optional<?>> value) throws SQLException {
    @Nullable Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i)).orElse(null);
    }
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
  }
}
