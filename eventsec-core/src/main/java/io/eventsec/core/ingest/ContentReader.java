package io.eventsec.core.ingest;

import java.util.List;

/** Finds the format of what a record carries. For one thread, while that record is read. */
public interface ContentReader {

  /**
   * Reads a line of text, or a JSON object as text.
   *
   * @return its layers, the outermost first; empty if no format knows it. Formats that take any
   *     line are not asked; those that take any JSON are, for that is told by its braces
   */
  List<Layer> text(String text);

  /**
   * Finds the format of a record that has been taken out of another.
   *
   * @return its layers as {@link #text} has them; empty if no format knows it but those that take
   *     anything
   */
  List<Layer> object(NativeRecord fields);
}
