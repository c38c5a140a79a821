package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.IndicatorText;
import io.eventsec.core.intel.feed.internal.ListImport;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads plain lists: a value on each line, of one kind or each of the kind that it looks like. What
 * follows {@code #} or {@code ;} at the beginning of a line, or behind a blank, is a remark. Values
 * that are disarmed are understood ({@link IndicatorText#rearmed}).
 */
public final class ListReader implements IndicatorFeed {
  private final String source;
  private final ImportLimits limits;
  private final Optional<IndicatorKind> kind;

  /**
   * A reader of a list of anything but names of files.
   *
   * @param source who says so, 1 to 100 characters
   * @throws IllegalArgumentException if the source is not that
   */
  public ListReader(String source, ImportLimits limits) {
    this(source, limits, Optional.empty());
  }

  /**
   * A reader of a list.
   *
   * @param source who says so, 1 to 100 characters
   * @param kind what all of its values are; empty to tell it by their look
   * @throws IllegalArgumentException if the source is not that
   */
  public ListReader(String source, ImportLimits limits, Optional<IndicatorKind> kind) {
    this.source = IndicatorOrigin.of(source).source();
    this.limits = limits;
    this.kind = kind;
  }

  @Override
  public ImportReport read(InputStream in, IndicatorSink sink) throws IOException {
    return new ListImport(source, kind).read(in, sink, limits);
  }
}
