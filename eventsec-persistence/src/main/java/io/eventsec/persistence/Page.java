package io.eventsec.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a longer list.
 *
 * @param rows at most as many as asked for, in the list's order
 * @param nextCursor where the next page starts; empty on the last one
 */
public record Page<R>(List<R> rows, Optional<String> nextCursor) {
  /** Copies the list. */
  public Page {
    rows = List.copyOf(rows);
  }

  /**
   * The page out of what was found when one row more than the limit was asked for.
   *
   * @param found at most {@code limit + 1} rows
   * @param limit how many belong to the page
   * @param cursor the cursor behind a row
   */
  public static <R> Page<R> of(List<R> found, int limit, Function<R, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<R> rows = found.subList(0, limit);
    return new Page<>(rows, Optional.of(cursor.apply(rows.get(limit - 1))));
  }
}
