package io.eventsec.core.ingest;

import java.util.List;

/** Finds the format of what a record carries. For one thread, while that record is read. */
public interface ContentReader {

  /**
   * Reads a line of text, or a JSON object as text.
   *
   * @return its layers, the outermost first; empty if no format knows it, but those that take
   *     anything
   */
  List<Layer> text(String text);

  /**
   * Finds the format of a record that has been taken out of another.
   *
   * @return as {@link #text}
   */
  List<Layer> object(NativeRecord fields);
}
