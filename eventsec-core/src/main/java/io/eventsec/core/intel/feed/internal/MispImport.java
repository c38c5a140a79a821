package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads an export of MISP. */
public final class MispImport {
  private MispImport() {}

  /**
   * Reads one.
   *
   * @param source who says what nobody else says
   * @throws IOException if the stream fails
   */
  public static ImportReport read(
      InputStream in, IndicatorSink sink, String source, ImportLimits limits) throws IOException {
    ImportLog log = new ImportLog(sink, limits);
    JsonWalk json = new JsonWalk(new BoundedInput(in, limits.bytes()), limits.objectBytes());
    MispWalk walk = new MispWalk(json, log, source);
    Optional<String> ended = Optional.empty();
    try {
      walk.top();
    } catch (FeedEndedException e) {
      ended = Optional.of(e.text());
    }
    walk.end();
    return log.report(ended);
  }
}
