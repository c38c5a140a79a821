package io.eventsec.core.intel.feed.internal;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one, with a look at the next, up to a limit. A byte-order mark is passed over. */
final class BoundedInput {
  private static final int BUFFER = 1 << 16;
  private static final int[] MARK = {0xef, 0xbb, 0xbf};
  private static final int END = -1;

  private final InputStream in;
  private final long most;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private long before;

  BoundedInput(InputStream in, long most) {
    this.in = in;
    this.most = most;
  }

  /** The next byte, which stays; -1 at the end. */
  int peek() throws IOException, FeedEndedException {
    if (at == filled && !fill()) {
      return END;
    }
    return buffer[at] & 0xff;
  }

  /** The next byte; -1 at the end. */
  int next() throws IOException, FeedEndedException {
    int b = peek();
    if (b >= 0) {
      at++;
    }
    return b;
  }

  /** How many bytes were taken. */
  long position() {
    return before + at;
  }

  private boolean fill() throws IOException, FeedEndedException {
    boolean first = before == 0 && filled == 0;
    before += filled;
    at = 0;
    filled = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
    if (before + filled > most) {
      throw new FeedEndedException(
          "More than " + most + " bytes: the rest was not read; split the feed");
    }
    if (first && startsWithMark()) {
      at = MARK.length;
    }
    return at < filled;
  }

  private boolean startsWithMark() {
    for (int i = 0; i < MARK.length; i++) {
      if (i >= filled || (buffer[i] & 0xff) != MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
