package io.eventsec.core.ingest;

/**
 * Newline-delimited records: finds them in a payload without copying it. A record ends at {@code
 * \n} or at the end of the payload; a {@code \r} before that, and a byte-order mark before the
 * first record, are not part of it. What holds nothing but blanks, tabs and {@code \r} is no
 * record.
 */
public final class NdJson {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private NdJson() {}

  /** Takes the records one by one. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * One record.
     *
     * @param index its place among the records of the payload, from 0
     * @param offset where it starts in the payload
     * @param length how many bytes it has, at least 1
     */
    void record(int index, int offset, int length);
  }

  /** How many records the payload has. */
  public static int count(byte[] payload) {
    return each(payload, (index, offset, length) -> {});
  }

  /**
   * Shows every record to the visitor, in order.
   *
   * @return how many there were
   */
  public static int each(byte[] payload, Visitor visitor) {
    int count = 0;
    int start = startsWithMark(payload) ? BYTE_ORDER_MARK.length : 0;
    while (start < payload.length) {
      int end = endOfLine(payload, start);
      int length = lengthWithoutReturn(payload, start, end);
      if (!isBlank(payload, start, length)) {
        visitor.record(count, start, length);
        count++;
      }
      start = end + 1;
    }
    return count;
  }

  private static boolean startsWithMark(byte[] payload) {
    return payload.length >= BYTE_ORDER_MARK.length
        && payload[0] == BYTE_ORDER_MARK[0]
        && payload[1] == BYTE_ORDER_MARK[1]
        && payload[2] == BYTE_ORDER_MARK[2];
  }

  private static int endOfLine(byte[] payload, int start) {
    int end = start;
    while (end < payload.length && payload[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int lengthWithoutReturn(byte[] payload, int start, int end) {
    boolean hasReturn = end > start && payload[end - 1] == '\r';
    return (hasReturn ? end - 1 : end) - start;
  }

  private static boolean isBlank(byte[] payload, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (payload[i] != ' ' && payload[i] != '\t' && payload[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
