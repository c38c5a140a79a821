package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.feed.internal.CsvImport;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads tables in CSV (RFC 4180) with a header, delimited by commas, semicolons or tabs. Which
 * column holds what, the header tells by the names of {@link CsvColumn}, or the caller. Lines that
 * begin with {@code #} are remarks; where the first row is no header, the last remark before it may
 * be one.
 */
public final class CsvReader implements IndicatorFeed {
  private final String source;
  private final ImportLimits limits;
  private final Map<CsvColumn, String> columns;

  /**
   * A reader of tables whose columns have usual names.
   *
   * @param source who says what nobody else says, 1 to 100 characters
   * @throws IllegalArgumentException if the source is not that
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
   * @throws IllegalArgumentException if the source is not that
   */
  public CsvReader(String source, ImportLimits limits, Map<CsvColumn, String> columns) {
    this.source = IndicatorOrigin.of(source).source();
    this.limits = limits;
    this.columns = new EnumMap<>(CsvColumn.class);
    this.columns.putAll(columns);
  }

  @Override
  public ImportReport read(InputStream in, IndicatorSink sink) throws IOException {
    return new CsvImport(source, columns).read(in, sink, limits);
  }
}
