package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads tables in CSV (RFC 4180) with a header, delimited by commas, semicolons or tabs. Which
 * column holds what, the header tells by the names of {@link CsvColumn}, or the caller. Lines that
 * begin with {@code #} are remarks; where the first row is no header, the last remark before it may
 * be one.
 */
public final class CsvReader implements IndicatorFeed {
  private static final int LARGEST_ROW = 64 * 1024;

  private final String source;
  private final ImportLimits limits;
  private final Map<CsvColumn, String> columns;

  /**
   * A reader of tables whose columns have usual names.
   *
   * @param source who says what nobody else says, 1 to 100 characters
   */
  public CsvReader(String source, ImportLimits limits) {
    this(source, limits, Map.of());
  }

  /**
   * A reader of tables.
   *
   * @param source who says what nobody else says, 1 to 100 characters
   * @param columns the names of columns, as far as they are not to be told by themselves; whether
   *     letters are large or small does not matter
   */
  public CsvReader(String source, ImportLimits limits, Map<CsvColumn, String> columns) {
    this.source = source;
    this.limits = limits;
    this.columns = new EnumMap<>(CsvColumn.class);
    this.columns.putAll(columns);
  }

  @Override
  public ImportReport read(InputStream in, IndicatorSink sink) throws IOException {
    ImportLog log = new ImportLog(sink, limits);
    Optional<String> ended = Optional.empty();
    try {
      new Table(in, log).read();
    } catch (FeedEndedException e) {
      ended = Optional.of(e.text());
    }
    return log.report(ended);
  }

  /** One feed as it is read. */
  private final class Table {
    private final BoundedInput in;
    private final LineInput row = new LineInput(Math.min(LARGEST_ROW, limits.objectBytes()));
    private final ImportLog log;
    private String remark = "";
    private Optional<CsvHeader> header = Optional.empty();

    Table(InputStream stream, ImportLog log) {
      this.in = new BoundedInput(stream, limits.bytes());
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
