package io.eventsec.core.fuzz;

import io.eventsec.core.intel.feed.CsvReader;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.feed.IndicatorFeed;
import io.eventsec.core.intel.feed.ListReader;
import io.eventsec.core.intel.feed.MispReader;
import io.eventsec.core.intel.feed.StixReader;
import io.eventsec.core.intel.match.IndicatorSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Any bytes are a feed in each format: all of it is read, ignored or skipped, or it ends early. */
public final class IndicatorFeedFuzz {
  private static final ImportLimits LIMITS = new ImportLimits(4_000, 100, 1_000);
  private static final List<IndicatorFeed> FEEDS =
      List.of(
          new StixReader("fuzz", LIMITS),
          new MispReader("fuzz", LIMITS),
          new CsvReader("fuzz", LIMITS),
          new ListReader("fuzz", LIMITS));

  private IndicatorFeedFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    for (IndicatorFeed feed : FEEDS) {
      IndicatorSet.Builder builder = IndicatorSet.builder();
      ImportReport report = read(feed, data, builder);
      IndicatorSet set = builder.build();
      int told = report.read() + report.ignored() + report.skippedInAll();
      // What an object says on its own is counted when it ends, so a feed may end within one.
      if (report.ended().isEmpty() && told != report.objects()) {
        throw new AssertionError("Of the objects some are lost: " + report);
      }
      if (set.statistics().claims() > report.indicators()) {
        throw new AssertionError("More claims than were handed on: " + set.statistics());
      }
    }
  }

  private static ImportReport read(IndicatorFeed feed, byte[] data, IndicatorSet.Builder to) {
    try {
      return feed.read(new ByteArrayInputStream(data), to);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }
}
