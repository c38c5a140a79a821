package io.eventsec.core.ingest.syslog;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages in a stream of syslog (RFC 6587): those whose length stands before them
 * (<i>octet counting</i>, {@code 61 <34>1 2026-…}) and those that end at a line feed or a zero.
 * Which it is, is told for each message by its first bytes: a number without a leading zero, a
 * blank and the bracket of a priority, or a byte-order mark, are a length.
 *
 * <p>The same bytes give the same messages however they are split into reads. Of a message that is
 * too long the beginning is kept and the rest is counted; what follows is read as ever. If the end
 * of a message does not come, nobody can tell any more where messages begin: the stream is {@link
 * #isBroken broken}, and the connection should be closed so that the sender begins anew. Not
 * thread-safe.
 */
public final class SyslogFrames {
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};
  private static final int MOST_DIGITS = 9;
  private static final int KEPT_BUFFER = 1 << 13;

  /** So many bytes more than a message may have are read over before the stream is given up. */
  public static final int MOST_SKIPPED = 1 << 24;

  private final int longest;
  private ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private State state = State.HEAD;
  private int markBytes;
  private int digits;

  /** Of a message of a known length: how many bytes are still to come. */
  private long left;

  private long missing;

  private enum State {
    /** At the first bytes of a message, which tell its kind. */
    HEAD,
    /** Behind the blank after a number. */
    AFTER_LENGTH,
    /** In a message of a known length. */
    COUNTED,
    /** In a message that ends at a line feed or a zero. */
    TEXT,
    /** Nobody knows where. */
    BROKEN
  }

  /**
   * Starts at the beginning of a stream.
   *
   * @param longest the most bytes of a message that are kept, at least 16
   * @throws IllegalArgumentException if it is less
   */
  public SyslogFrames(int longest) {
    if (longest < 16) {
      throw new IllegalArgumentException(
          "The longest message of " + longest + " bytes is no message; allow 16 or more");
    }
    this.longest = longest;
  }

  /** A datagram, which is a message; empty if it is blank. */
  public static Optional<SyslogFrame> datagram(byte[] bytes, int longest) {
    boolean tooLong = bytes.length > longest;
    return Optional.ofNullable(
        SyslogFrame.of(
            tooLong ? Arrays.copyOf(bytes, longest) : bytes,
            tooLong ? SyslogFrame.Flaw.TOO_LONG : SyslogFrame.Flaw.NONE,
            tooLong ? bytes.length - longest : 0));
  }

  /** Takes the next bytes and gives the messages that end in them, in order. */
  public void read(byte[] bytes, int offset, int length, Consumer<SyslogFrame> frames) {
    int end = offset + length;
    int at = offset;
    while (at < end) {
      switch (state) {
        case HEAD -> at = head(bytes[at]) ? at + 1 : at;
        case AFTER_LENGTH -> afterLength(bytes[at]);
        case COUNTED -> at = counted(bytes, at, end, frames);
        case TEXT -> at = text(bytes, at, end, frames);
        case BROKEN -> at = end;
      }
    }
  }

  /** The stream has ended; gives what it had begun to say. */
  public Optional<SyslogFrame> end() {
    pushMark();
    return Optional.ofNullable(
        taken(missing > 0 ? SyslogFrame.Flaw.TOO_LONG : SyslogFrame.Flaw.CUT_SHORT));
  }

  /** True once nobody can tell any more where messages begin; all further bytes are ignored. */
  public boolean isBroken() {
    return state == State.BROKEN;
  }

  /** How many bytes of a message that has not ended are held. */
  public int held() {
    return buffer.size();
  }

  /** True if the byte was taken; else it is one of the message. */
  private boolean head(byte b) {
    if (digits == 0 && markBytes == 0 && isBetween(b)) {
      return true;
    }
    if (digits == 0 && (b & 0xff) == BYTE_ORDER_MARK[markBytes]) {
      markBytes = (markBytes + 1) % BYTE_ORDER_MARK.length;
      return true;
    }
    if (markBytes == 0 && isDigit(b) && digits < MOST_DIGITS) {
      digits++;
      left = left * 10 + b - '0';
      buffer.write(b);
      return true;
    }
    if (digits > 0 && b == ' ') {
      buffer.write(b);
      state = State.AFTER_LENGTH;
      return true;
    }
    pushMark();
    state = State.TEXT;
    return false;
  }

  private boolean isDigit(byte b) {
    return b >= '1' && b <= '9' || b == '0' && digits > 0;
  }

  private static boolean isBetween(byte b) {
    return b == '\n' || b == '\r' || b == 0;
  }

  /** A byte-order mark that has only begun is none. */
  private void pushMark() {
    for (int i = 0; i < markBytes; i++) {
      buffer.write(BYTE_ORDER_MARK[i]);
    }
    markBytes = 0;
  }

  /** Only a message can have a length; a length that nobody would send is a text. */
  private void afterLength(byte b) {
    boolean begins = b == '<' || (b & 0xff) == BYTE_ORDER_MARK[0];
    if (begins && left <= (long) longest + MOST_SKIPPED) {
      buffer.reset();
      state = State.COUNTED;
    } else {
      state = State.TEXT;
    }
  }

  private int counted(byte[] bytes, int start, int end, Consumer<SyslogFrame> frames) {
    int length = (int) Math.min(left, end - start);
    keep(bytes, start, length);
    left -= length;
    if (left == 0) {
      give(frames);
    }
    return start + length;
  }

  private int text(byte[] bytes, int start, int end, Consumer<SyslogFrame> frames) {
    int at = start;
    while (at < end && bytes[at] != '\n' && bytes[at] != 0) {
      at++;
    }
    keep(bytes, start, at - start);
    if (missing > MOST_SKIPPED) {
      missing = MOST_SKIPPED + 1L;
      give(frames);
      state = State.BROKEN;
      return end;
    }
    if (at == end) {
      return end;
    }
    give(frames);
    return at + 1;
  }

  private void keep(byte[] bytes, int start, int length) {
    int room = Math.min(length, longest - buffer.size());
    buffer.write(bytes, start, room);
    missing += length - room;
  }

  private void give(Consumer<SyslogFrame> frames) {
    SyslogFrame frame = taken(missing > 0 ? SyslogFrame.Flaw.TOO_LONG : SyslogFrame.Flaw.NONE);
    if (frame != null) {
      frames.accept(frame);
    }
  }

  /** What is held; begins anew. */
  private @Nullable SyslogFrame taken(SyslogFrame.Flaw flaw) {
    SyslogFrame frame = SyslogFrame.of(buffer.toByteArray(), flaw, missing);
    if (buffer.size() > KEPT_BUFFER) {
      buffer = new ByteArrayOutputStream();
    }
    buffer.reset();
    state = State.HEAD;
    digits = 0;
    left = 0;
    missing = 0;
    return frame;
  }
}
