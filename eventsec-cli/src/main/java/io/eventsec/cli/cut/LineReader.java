package io.eventsec.cli.cut;

import io.eventsec.cli.input.RecordReader;
import io.eventsec.cli.tail.Content;
import io.eventsec.cli.tail.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Reads lines of a content from a place on, and knows the place behind each. NUL bytes before a
 * line are left out: a file that is truncated under a writer who goes on at his old place begins
 * with as many as it had bytes. Not thread-safe.
 */
final class LineReader {
  static final int LONGEST = RecordReader.LONGEST_LINE;

  private static final int BLOCK = 1 << 16;

  private final Content content;
  private final long limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

  /** The last bytes that were given out stay before {@link #next}, for the tail. */
  private final byte[] buffer = new byte[Sample.MOST + BLOCK];

  private long bufferStart;
  private int kept;
  private int next;
  private int filled;

  /** What came next. */
  enum Found {
    /** A line, with its end. */
    LINE,
    /** The beginning of a line that has no end yet. */
    OPEN,
    /** The beginning of one that is too long; its rest is next. */
    CUT,
    /** Nothing. */
    NOTHING
  }

  /**
   * A reader.
   *
   * @param from where to begin
   * @param limit before which to end
   */
  LineReader(Content content, long from, long limit) {
    this.content = content;
    this.bufferStart = from;
    this.limit = limit;
  }

  /** Reads on; what {@link Found} says is then in {@link #line}. */
  Found next() throws IOException {
    line.reset();
    boolean any = false;
    while (next < filled || fill()) {
      any = true;
      skipNuls();
      int end = endOfLine();
      int length = end - next;
      if (line.size() + length > LONGEST) {
        take(LONGEST - line.size());
        return Found.CUT;
      }
      take(length);
      if (next < filled) {
        next++;
        return Found.LINE;
      }
    }
    return any ? Found.OPEN : Found.NOTHING;
  }

  /** Leaves out what is left of a line; false if it has no end yet. */
  boolean skipRest() throws IOException {
    while (next < filled || fill()) {
      next = endOfLine();
      if (next < filled) {
        next++;
        return true;
      }
    }
    return false;
  }

  private void skipNuls() {
    while (line.size() == 0 && next < filled && buffer[next] == 0) {
      next++;
    }
  }

  private void take(int length) {
    line.write(buffer, next, length);
    next += length;
  }

  private int endOfLine() {
    int end = next;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    int keep = Math.min(Sample.MOST, next);
    System.arraycopy(buffer, next - keep, buffer, 0, keep);
    bufferStart += next - keep;
    kept = keep;
    next = kept;
    filled = kept;
    int room = (int) Math.min(BLOCK, limit - end());
    if (room <= 0) {
      return false;
    }
    int read = content.read(end(), buffer, kept, room);
    filled += Math.max(0, read);
    return read > 0;
  }

  /** The line, without its end. */
  byte[] line() {
    return line.toByteArray();
  }

  /** Where what was given out ends. */
  long end() {
    return bufferStart + next;
  }

  /** The last bytes of what was given out. */
  Sample tail() {
    int length = Math.min(Sample.MOST, next);
    return Sample.of(buffer, next - length, length);
  }
}
