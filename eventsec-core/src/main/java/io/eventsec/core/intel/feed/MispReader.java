package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.feed.internal.MispImport;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what MISP exports as JSON: an event, {@code {"Event": ...}}, arrays of those, {@code
 * {"response": [...]}}, and lists of attributes; attributes of objects too.
 *
 * <p>Attributes that are not for detection ({@code to_ids} is not true) are skipped; deleted ones
 * take back what they claimed. Of {@code ip-dst|port} and its like the address counts, of {@code
 * filename|md5} and its like the hash: the file's name alone would be found in too much. The two
 * parts of {@code domain|ip} are each an indicator, as MISP itself correlates them. {@code
 * first_seen} and {@code last_seen} say when something was seen, not how long it is bad, so claims
 * of MISP have no end.
 *
 * <p>The source is the organisation that created the event; name, labels and TLP are the event's
 * too, for as many attributes as the reader can hold back until its end: 50,000.
 */
public final class MispReader implements IndicatorFeed {
  private final String source;
  private final ImportLimits limits;

  /**
   * A reader of a feed.
   *
   * @param source who says what nobody else says, 1 to 100 characters
   * @throws IllegalArgumentException if the source is not that
   */
  public MispReader(String source, ImportLimits limits) {
    this.source = IndicatorOrigin.of(source).source();
    this.limits = limits;
  }

  @Override
  public ImportReport read(InputStream in, IndicatorSink sink) throws IOException {
    return MispImport.read(in, sink, source, limits);
  }
}
