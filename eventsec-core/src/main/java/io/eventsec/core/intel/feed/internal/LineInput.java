package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.feed.SkipReason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as they were read, until there are too many. Not thread-safe. */
final class LineInput {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int most;
  private long size;

  LineInput(int most) {
    this.most = most;
  }

  void clear() {
    out.reset();
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean isTooLarge() {
    return size > most;
  }

  void add(int b) {
    if (size++ < most) {
      out.write(b);
    }
  }

  /**
   * The text of the bytes since the last call.
   *
   * @throws SkippedException if there are too many, or they are not UTF-8
   */
  String text() throws SkippedException {
    long bytes = size;
    byte[] line = out.toByteArray();
    clear();
    if (bytes > most) {
      throw new SkippedException(
          SkipReason.TOO_LARGE, "A row or line of " + bytes + " bytes; use at most " + most);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new SkippedException(SkipReason.MALFORMED, "The row or line is not UTF-8");
    }
  }
}
