package io.eventsec.cli.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a file's records into batches of bounded size. Not thread-safe. */
public final class RecordBatches implements AutoCloseable {
  /** The most records a batch has, unless said otherwise. */
  public static final int DEFAULT_RECORDS = 2_000;

  private static final int FULL_BYTES = 4 << 20;

  private final RecordReader records;
  private final int maxRecords;
  private long ordinal;
  private Optional<byte[]> ahead = Optional.empty();
  private long aheadLine;
  private Optional<IOException> failure = Optional.empty();

  /** Batches of the default size. */
  public RecordBatches(RecordReader records, long from) throws IOException {
    this(records, from, DEFAULT_RECORDS);
  }

  /**
   * Batches of a reader at its start, which is closed with this.
   *
   * @param records at its first record
   * @param from how many records to leave out
   * @param maxRecords the most records a batch may have
   */
  public RecordBatches(RecordReader records, long from, int maxRecords) throws IOException {
    this.records = records;
    this.maxRecords = maxRecords;
    this.ordinal = from;
    records.skip(from);
  }

  /**
   * The next batch: at most 4 MiB, or a single record.
   *
   * @return empty at the end
   * @throws IOException if the input cannot be read on; every record before that has been in a
   *     batch
   */
  public Optional<RecordBatch> next() throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream(1 << 16);
    long[] lines = new long[maxRecords];
    int count = 0;
    Optional<byte[]> next = ahead.isPresent() ? ahead : read();
    while (next.isPresent() && fits(payload, count, next.get())) {
      payload.writeBytes(next.get());
      payload.write('\n');
      lines[count++] = aheadLine;
      next = count < maxRecords ? read() : Optional.empty();
    }
    ahead = next;
    if (count == 0) {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return Optional.empty();
    }
    RecordBatch batch =
        new RecordBatch(
            ordinal,
            count,
            Arrays.copyOf(lines, count),
            payload.toByteArray(),
            ahead.isEmpty() && records.endedOpen());
    ordinal += count;
    return Optional.of(batch);
  }

  private Optional<byte[]> read() {
    try {
      Optional<byte[]> next = records.next();
      aheadLine = records.line();
      return next;
    } catch (IOException e) {
      // The records that were read before it make a batch yet.
      failure = Optional.of(e);
      return Optional.empty();
    }
  }

  private static boolean fits(ByteArrayOutputStream payload, int count, byte[] next) {
    return count == 0 || payload.size() + next.length < FULL_BYTES;
  }

  /** How many inflated bytes have been read so far. */
  public long bytesRead() {
    return records.bytesRead();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
