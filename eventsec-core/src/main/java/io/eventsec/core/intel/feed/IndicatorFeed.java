package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorSink;
import java.io.IOException;
import java.io.InputStream;

/** Reads one format of feeds. Implementations are immutable and thread-safe. */
public interface IndicatorFeed {

  /**
   * Reads a feed to its end, or to the first of its {@link ImportLimits}.
   *
   * @param in not closed
   * @param sink gets what the feed says, while it is read
   * @return what was taken in and what was not; a feed that ends too early or breaks its format is
   *     told in {@link ImportReport#ended}, and what came before it counts
   * @throws IOException if the stream fails
   */
  ImportReport read(InputStream in, IndicatorSink sink) throws IOException;
}
