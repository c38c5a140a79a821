package io.eventsec.persistence.internal;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns that are arrays of text. */
public final class TextArrays {
  private TextArrays() {}

  /** The texts; none if the column is null. */
  public static List<String> of(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
