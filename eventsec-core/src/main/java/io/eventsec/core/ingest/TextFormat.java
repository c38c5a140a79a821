package io.eventsec.core.ingest;

import java.util.Optional;

/**
 * A log format whose records are lines of text and not JSON: says itself whether a line is one of
 * its own, and which fields the line has. Implementations keep no state and are safe to share
 * between threads.
 */
public interface TextFormat extends EventFormat {

  /**
   * Takes a line apart. Asked of every line that no format before it took, so a line of another
   * format must be told by its first characters, and in time that grows with its length only.
   *
   * @param line without its end, at most as long as {@link DecodeLimits#recordBytes()}
   * @return its fields under the names the format's own documents have for them; empty if the line
   *     is none of this format
   */
  Optional<NativeRecord> read(String line);

  /**
   * Takes a line apart that its sender says is of this format.
   *
   * @return as {@link #read}; a format that can make something of any line does so here
   */
  default Optional<NativeRecord> readNamed(String line) {
    return read(line);
  }

  /** False: no JSON record is of this format. */
  @Override
  default boolean recognises(NativeRecord nativeRecord) {
    return false;
  }
}
