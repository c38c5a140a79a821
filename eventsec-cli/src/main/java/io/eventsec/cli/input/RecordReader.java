package io.eventsec.cli.input;

import io.eventsec.core.ingest.AuditJoiner;
import io.eventsec.core.ingest.JsonRecords;
import io.eventsec.core.ingest.ZeekTsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * Reads records one by one, as the server numbers them: blank lines are none; a Zeek log in TSV and
 * a JSON array are converted to lines of JSON on the way. A line longer than any record may be is
 * cut, for the server to refuse it where people can see it. Not thread-safe.
 */
public final class RecordReader implements AutoCloseable {
  /**
   * Twice what the server takes for a record, so that a cut one is refused and not half believed.
   */
  public static final int LONGEST_LINE = 2 << 20;

  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 3;

  private final InputStream content;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
  private int position;
  private int limit;
  private boolean first = true;
  private boolean undecided = true;
  private long bytesRead;
  private boolean endedOpen;
  private Optional<ZeekTsv> tsv = Optional.empty();
  private Optional<JsonArray> array = Optional.empty();
  private Optional<AuditJoiner> joiner = Optional.empty();
  private final Queue<byte[]> joined = new ArrayDeque<>();
  private long lines;

  private RecordReader(InputStream content) {
    this.content = content;
  }

  /** The records of a content, inflated if it is gzip. */
  public static RecordReader of(InputStream content) throws IOException {
    return new RecordReader(InputFile.inflated(content));
  }

  /**
   * From now on, joins the lines of a Linux audit log that tell of one event. For files that are
   * read to their end once: the last events of one that grows would be cut.
   */
  public RecordReader joining() {
    joiner = Optional.of(new AuditJoiner());
    return this;
  }

  /**
   * The next record, without its line end.
   *
   * @return empty at the end
   */
  public Optional<byte[]> next() throws IOException {
    while (joined.isEmpty()) {
      Optional<byte[]> record = nextAlone();
      if (joiner.isEmpty()) {
        return record;
      }
      if (record.isEmpty()) {
        joined.addAll(joiner.get().flush());
        return Optional.ofNullable(joined.poll());
      }
      joined.addAll(joiner.get().convert(record.get()));
    }
    return Optional.of(joined.remove());
  }

  private Optional<byte[]> nextAlone() throws IOException {
    while (true) {
      Optional<byte[]> read = array.isPresent() ? array.get().next() : nextLine();
      if (read.isEmpty()) {
        return read;
      }
      Optional<byte[]> converted = convert(read.get());
      if (converted.isPresent() && !isBlank(converted.get())) {
        return converted;
      }
    }
  }

  /** Reads over {@code count} records, or to the end. */
  public void skip(long count) throws IOException {
    for (long skipped = 0; skipped < count; skipped++) {
      if (next().isEmpty()) {
        return;
      }
    }
  }

  /** The line that the last record begins in, from 1. */
  public long line() {
    return array.map(JsonArray::line).orElse(lines);
  }

  /** How many inflated bytes have been read so far. */
  public long bytesRead() {
    return array.map(JsonArray::bytesRead).orElse(bytesRead);
  }

  /** True if the last line that was read had no line end. */
  public boolean endedOpen() {
    return endedOpen;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private Optional<byte[]> convert(byte[] read) {
    if (undecided && !isBlank(read)) {
      undecided = false;
      // JSON never starts so; a Zeek log may have remarks before its header.
      tsv = read[0] == '#' ? Optional.of(new ZeekTsv()) : Optional.empty();
    }
    return tsv.isPresent() ? tsv.get().convert(read) : Optional.of(read);
  }

  /** Only at the very start: an array is no line, and has to be read as a whole. */
  private boolean startsArray() throws IOException {
    return fill() && JsonRecords.holds(Arrays.copyOf(buffer, limit));
  }

  private Optional<byte[]> nextLine() throws IOException {
    if (first && startsArray()) {
      first = false;
      array = Optional.of(new JsonArray(buffer, limit, content));
      return array.get().next();
    }
    lines++;
    line.reset();
    boolean any = false;
    boolean ended = false;
    while (position < limit || fill()) {
      any = true;
      int end = endOfLine();
      line.write(buffer, position, Math.min(end - position, LONGEST_LINE - line.size()));
      bytesRead += end - position;
      position = end;
      if (position < limit) {
        position++;
        bytesRead++;
        ended = true;
        break;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    endedOpen = !ended;
    byte[] read = line.toByteArray();
    boolean mayBeMarked = first;
    first = false;
    return Optional.of(mayBeMarked ? withoutMark(read) : read);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, content.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private int endOfLine() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private static byte[] withoutMark(byte[] read) {
    boolean marked =
        read.length >= BYTE_ORDER_MARK
            && read[0] == (byte) 0xEF
            && read[1] == (byte) 0xBB
            && read[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(read, BYTE_ORDER_MARK, read.length) : read;
  }

  private static boolean isBlank(byte[] read) {
    for (byte b : read) {
      if (!isBlank(b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
