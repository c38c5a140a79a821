package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.IndicatorText;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.feed.SkipReason;
import io.eventsec.core.intel.feed.SkippedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads plain lists.
 *
 * @param source who says so
 * @param kind what all values are; empty to tell it by their look
 */
public record ListImport(String source, Optional<IndicatorKind> kind) {
  private static final Pattern REMARK = Pattern.compile("(^|\\s)[#;].*", Pattern.DOTALL);
  private static final int LONGEST_LINE = 8 * 1024;

  /**
   * Reads one.
   *
   * @throws IOException if the stream fails
   */
  public ImportReport read(InputStream in, IndicatorSink sink, ImportLimits limits)
      throws IOException {
    ImportLog log = new ImportLog(sink, limits);
    BoundedInput bytes = new BoundedInput(in, limits.bytes());
    LineInput line = new LineInput(Math.min(LONGEST_LINE, limits.objectBytes()));
    Optional<String> ended = Optional.empty();
    try {
      int b;
      do {
        b = bytes.next();
        if (b == '\n' || b < 0 && !line.isEmpty()) {
          line(line, log);
        } else if (b >= 0) {
          line.add(b);
        }
      } while (b >= 0);
    } catch (FeedEndedException e) {
      ended = Optional.of(e.text());
    }
    return log.report(ended);
  }

  private void line(LineInput line, ImportLog log) throws FeedEndedException {
    int number = log.object();
    try {
      String value = REMARK.matcher(line.text()).replaceFirst("").strip();
      if (value.isEmpty()) {
        log.ignored();
        return;
      }
      log.accept(ThreatIndicator.of(indicator(value), source));
      log.read();
    } catch (SkippedException e) {
      log.skipped(new SkippedEntry(e.reason(), "line " + number, "", e.text()));
    }
  }

  private Indicator indicator(String value) throws SkippedException {
    try {
      return kind.isPresent()
          ? new Indicator(kind.get(), IndicatorText.rearmed(value))
          : IndicatorText.detected(value);
    } catch (IllegalArgumentException e) {
      throw new SkippedException(SkipReason.BAD_VALUE, String.valueOf(e.getMessage()));
    }
  }
}
