package io.eventsec.cli.cut;

import io.eventsec.cli.input.RecordBatch;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Collects records into batches that no server finds too long. Not thread-safe. */
final class RecordSink {
  private final int mostRecords;
  private final List<RecordBatch> full = new ArrayList<>();
  private ByteArrayOutputStream payload = new ByteArrayOutputStream(1 << 14);
  private int count;
  private int bytes;
  private long ordinal;

  /**
   * A collector.
   *
   * @param ordinal the number of the first record
   * @param mostRecords of a batch
   */
  RecordSink(long ordinal, int mostRecords) {
    this.ordinal = ordinal;
    this.mostRecords = mostRecords;
  }

  void add(byte[] record) {
    if (count == mostRecords) {
      close();
    }
    payload.writeBytes(record);
    payload.write('\n');
    count++;
    bytes += record.length + 1;
  }

  private void close() {
    if (count > 0) {
      full.add(new RecordBatch(ordinal, count, new long[0], payload.toByteArray(), false));
      ordinal += count;
      count = 0;
      payload = new ByteArrayOutputStream(1 << 14);
    }
  }

  /** How many bytes there are. */
  int bytes() {
    return bytes;
  }

  /** The number of the next record. */
  long end() {
    return ordinal + count;
  }

  /** All of them. */
  List<RecordBatch> batches() {
    close();
    return List.copyOf(full);
  }
}
