package io.eventsec.core.ingest.syslog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One message out of a stream or a datagram.
 *
 * @param message at least one byte that is no blank; without a byte-order mark before it and line
 *     breaks or zeros behind it. Nobody else holds the array
 * @param flaw what is missing of it
 * @param missing how many bytes of it were left out; 0 if that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record SyslogFrame(byte[] message, Flaw flaw, long missing) {
  private static final byte[] LINE_BREAK = "#012".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** What may be missing of a message. */
  public enum Flaw {
    /** Nothing. */
    NONE,
    /** It was longer than is allowed; its end was left out. */
    TOO_LONG,
    /** The connection ended within it. */
    CUT_SHORT
  }

  /**
   * The message as one line for a {@link io.eventsec.core.ingest.RawBatch}, its end included: a
   * line break within it is written {@code #012}, as rsyslog does it; what is missing is told at
   * its end, where {@link FrameMark} finds it.
   */
  public byte[] line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream(message.length + 1);
    for (byte b : message) {
      if (b == '\n') {
        line.writeBytes(LINE_BREAK);
      } else {
        line.write(b);
      }
    }
    line.writeBytes(FrameMark.of(this).getBytes(StandardCharsets.US_ASCII));
    line.write('\n');
    return line.toByteArray();
  }

  /** The frame of these bytes; null if they are blank. */
  static @Nullable SyslogFrame of(byte[] bytes, Flaw flaw, long missing) {
    int start = 0;
    int end = bytes.length;
    while (end > 0 && isEnd(bytes[end - 1])) {
      end--;
    }
    while (startsWithMark(bytes, start, end)) {
      start += BYTE_ORDER_MARK.length;
    }
    return isBlank(bytes, start, end)
        ? null
        : new SyslogFrame(Arrays.copyOfRange(bytes, start, end), flaw, missing);
  }

  private static boolean isEnd(byte b) {
    return b == '\n' || b == '\r' || b == 0;
  }

  private static boolean startsWithMark(byte[] bytes, int start, int end) {
    int behind = start + BYTE_ORDER_MARK.length;
    return behind <= end
        && Arrays.equals(bytes, start, behind, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }

  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SyslogFrame that
        && flaw == that.flaw
        && missing == that.missing
        && Arrays.equals(message, that.message);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(message);
  }

  /** Its size and flaw; what it says is nobody's business. */
  @Override
  public String toString() {
    return "SyslogFrame[" + message.length + " bytes, " + flaw + ", " + missing + " missing]";
  }
}
