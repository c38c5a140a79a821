package io.eventsec.cli.input;

/**
 * Some records of a file, in a row. Compared by identity: the payload is not copied.
 *
 * @param firstOrdinal the number of the first one in the file, from 0
 * @param count how many, at least one
 * @param lines where each of them begins in the file, lines from 1
 * @param payload the records, each with a line feed behind it
 * @param open true if the file ends in the middle of the last one's line, which may go on some day
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record RecordBatch(
    long firstOrdinal, int count, long[] lines, byte[] payload, boolean open) {

  /** The number of the first record behind it. */
  public long end() {
    return firstOrdinal + count;
  }

  /** The number of the first record that has to be sent again should the file grow. */
  public long settledEnd() {
    return open ? end() - 1 : end();
  }
}
