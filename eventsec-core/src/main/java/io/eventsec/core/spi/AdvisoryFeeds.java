package io.eventsec.core.spi;

import java.io.IOException;
import java.util.List;

/** Where feeds of advisories are: a directory, a mirror. Implementations are thread-safe. */
@FunctionalInterface
public interface AdvisoryFeeds {

  /**
   * The feeds that there are now, by name, without reading them.
   *
   * @throws IOException if nobody can tell; the message says why
   */
  List<AdvisoryFeed> list() throws IOException;
}
