package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.feed.internal.StixImport;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads bundles of STIX 2.1 (OASIS), TAXII envelopes and arrays of objects.
 *
 * <p>Of the objects, {@code indicator} gives claims, {@code sighting} counts, {@code identity}
 * names the sources that {@code created_by_ref} refers to, {@code marking-definition} the TLP;
 * others are ignored. A revoked indicator takes back what it claimed. What of patterns is
 * understood, {@link io.eventsec.core.intel.stix.StixPattern} says.
 *
 * <p>An indicator that refers to an author or a marking which has not been met yet waits for it, up
 * to 10,000 of them; those without an author, or whose author never comes, are the feed's own.
 */
public final class StixReader implements IndicatorFeed {
  private final String source;
  private final ImportLimits limits;

  /**
   * A reader of a feed.
   *
   * @param source who says what nobody else says, 1 to 100 characters
   * @throws IllegalArgumentException if the source is not that
   */
  public StixReader(String source, ImportLimits limits) {
    this.source = IndicatorOrigin.of(source).source();
    this.limits = limits;
  }

  @Override
  public ImportReport read(InputStream in, IndicatorSink sink) throws IOException {
    StixImport reading = new StixImport(source, limits, sink);
    reading.page(in);
    return reading.end();
  }
}
