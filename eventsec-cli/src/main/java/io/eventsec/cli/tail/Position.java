package io.eventsec.cli.tail;

/**
 * A place in a file, behind a line, and what has to be known to read on from there.
 *
 * @param offset how many inflated bytes are before it
 * @param records how many records are before it
 * @param kind what the file's lines are
 * @param header where the last header of a Zeek log before it begins
 * @param skipping true if it is within a line that was too long, whose rest is left out
 * @param tail the bytes before it, by which it is seen that they are still those that were read
 */
public record Position(
    long offset, long records, Kind kind, long header, boolean skipping, Sample tail) {
  /** The start of a file. */
  public static final Position START = new Position(0, 0, Kind.UNKNOWN, 0, false, Sample.NONE);
}
