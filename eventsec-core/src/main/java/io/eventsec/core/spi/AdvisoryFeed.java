package io.eventsec.core.spi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A feed of advisories as it was published: a file, or the files of a directory. */
public interface AdvisoryFeed {

  /**
   * What it is called, the same whatever is in it: 1 to 200 of letters, digits and {@code ._+-}.
   */
  String name();

  /** Differs if what is in it may differ; cheap to have, so it is asked for time and again. */
  String stamp();

  /** When it was last written. */
  Instant changedAt();

  /**
   * Reads it, part by part, always in the same order.
   *
   * @throws IOException if a part cannot be read, or it was written meanwhile; what was read is
   *     then worth nothing
   */
  void read(PartReader reader) throws IOException;

  /** Takes the parts of a feed. */
  @FunctionalInterface
  interface PartReader {

    /**
     * Reads a part.
     *
     * @param name the file's, by whose ending it is known what it is
     * @param in need not be read to its end, and is not to be closed
     */
    void part(String name, InputStream in) throws IOException;
  }
}
