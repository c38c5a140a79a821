package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.CsvColumn;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.feed.SkippedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Reads tables in CSV. Immutable and thread-safe. */
public final class CsvImport {
  private static final int LARGEST_ROW = 64 * 1024;

  private final String source;
  private final Map<CsvColumn, String> columns;

  /**
   * A reader of tables.
   *
   * @param source who says what nobody else says
   * @param columns the names of columns that are not to be told by themselves
   */
  public CsvImport(String source, Map<CsvColumn, String> columns) {
    this.source = source;
    this.columns = Map.copyOf(columns);
  }

  /**
   * Reads one.
   *
   * @throws IOException if the stream fails
   */
  public ImportReport read(InputStream in, IndicatorSink sink, ImportLimits limits)
      throws IOException {
    ImportLog log = new ImportLog(sink, limits);
    LineInput row = new LineInput(Math.min(LARGEST_ROW, limits.objectBytes()));
    Optional<String> ended = Optional.empty();
    try {
      new Table(new BoundedInput(in, limits.bytes()), row, log).read();
    } catch (FeedEndedException e) {
      ended = Optional.of(e.text());
    }
    return log.report(ended);
  }

  /** One feed as it is read. */
  private final class Table {
    private final BoundedInput in;
    private final LineInput row;
    private final ImportLog log;
    private String remark = "";
    private Optional<CsvHeader> header = Optional.empty();

    Table(BoundedInput in, LineInput row, ImportLog log) {
      this.in = in;
      this.row = row;
      this.log = log;
    }

    void read() throws IOException, FeedEndedException {
      while (CsvRow.read(in, row)) {
        String position = "row " + log.object();
        try {
          row(row.text(), position);
        } catch (SkippedException e) {
          log.skipped(new SkippedEntry(e.reason(), position, "", e.text()));
        }
      }
    }

    private void row(String text, String position) throws SkippedException, FeedEndedException {
      if (text.isBlank() || text.startsWith("#")) {
        remark = text.isBlank() ? remark : text.replaceFirst("^#+\\s*", "");
        log.ignored();
      } else if (header.isEmpty() && isHeader(text)) {
        log.ignored();
      } else {
        claim(text, position);
      }
    }

    /**
     * True if the row is the header; false if the remark before it was. A row that only has a cell
     * like {@code ip} may have it for a kind.
     */
    private boolean isHeader(String text) throws FeedEndedException {
      Optional<CsvHeader> row = CsvHeader.of(text, columns);
      Optional<CsvHeader> before = CsvHeader.of(remark, columns);
      boolean remarkFirst =
          row.isEmpty() || row.get().kind().isPresent() && remark.indexOf(',') >= 0;
      header = remarkFirst && before.isPresent() ? before : row;
      if (header.isEmpty()) {
        throw new FeedEndedException(
            "No column of '"
                + ShownText.of(text)
                + "' is known to hold the indicators; name it 'value', or say what it is called");
      }
      return header.equals(row);
    }

    private void claim(String text, String position) throws SkippedException {
      if (header.isPresent()) {
        CsvHeader columnsOfIt = header.get();
        CsvClaim claim =
            new CsvClaim(columnsOfIt, CsvRow.cells(text, columnsOfIt.delimiter()), source);
        log.accept(claim.claim());
        log.read();
      }
    }
  }
}
