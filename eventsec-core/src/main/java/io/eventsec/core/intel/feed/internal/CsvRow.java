package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.feed.SkipReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows of CSV (RFC 4180): cells may stand in double quotes, which are doubled within. */
final class CsvRow {
  private static final int MOST_CELLS = 200;
  private static final String BEFORE_CELLS = ",;\t";

  private CsvRow() {}

  /**
   * Reads to the end of the row, which is no end of a line within quotes.
   *
   * @return false if there is no row any more
   */
  static boolean read(BoundedInput in, LineInput row) throws IOException, FeedEndedException {
    int b = in.next();
    if (b < 0) {
      return false;
    }
    boolean quoted = false;
    int before = ',';
    // A quote without an end must not take the rest of the feed with it.
    while (b >= 0 && (b != '\n' || quoted && !row.isTooLarge())) {
      if (b == '"') {
        // A quote opens at the beginning of a cell, and again where one within is doubled.
        quoted = !quoted && (before == '"' || BEFORE_CELLS.indexOf(before) >= 0);
      }
      row.add(b);
      before = b;
      b = in.next();
    }
    return true;
  }

  /**
   * The cells of a row.
   *
   * @throws SkippedException if quotes stand where they must not, or there are too many
   */
  static List<String> cells(String row, char delimiter) throws SkippedException {
    String line = row.endsWith("\r") ? row.substring(0, row.length() - 1) : row;
    List<String> cells = new ArrayList<>();
    int at = 0;
    do {
      StringBuilder cell = new StringBuilder();
      at = line.startsWith("\"", at) ? quoted(line, at, cell) : plain(line, at, delimiter, cell);
      cells.add(cell.toString());
      if (at < line.length() && line.charAt(at) != delimiter) {
        throw new SkippedException(
            SkipReason.MALFORMED,
            "Something follows the quote that ends cell "
                + cells.size()
                + "; double quotes within");
      }
      if (cells.size() > MOST_CELLS) {
        throw new SkippedException(
            SkipReason.MALFORMED, "A row of more than " + MOST_CELLS + " cells; leave some out");
      }
    } while (at++ < line.length());
    return cells;
  }

  private static int plain(String line, int from, char delimiter, StringBuilder cell) {
    int end = line.indexOf(delimiter, from);
    int to = end < 0 ? line.length() : end;
    cell.append(line, from, to);
    return to;
  }

  private static int quoted(String line, int from, StringBuilder cell) throws SkippedException {
    int at = from + 1;
    while (at < line.length()) {
      int quote = line.indexOf('"', at);
      if (quote < 0) {
        break;
      }
      cell.append(line, at, quote);
      if (!line.startsWith("\"\"", quote)) {
        return quote + 1;
      }
      cell.append('"');
      at = quote + 2;
    }
    throw new SkippedException(
        SkipReason.MALFORMED, "A quote is opened and not closed; close it, or double it");
  }
}
