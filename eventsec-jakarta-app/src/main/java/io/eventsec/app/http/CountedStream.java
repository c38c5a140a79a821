package io.eventsec.app.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Tells somebody how many bytes are read. */
final class CountedStream extends FilterInputStream {
  private final IntConsumer counter;

  CountedStream(InputStream in, IntConsumer counter) {
    super(in);
    this.counter = counter;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      counter.accept(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      counter.accept(read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    counter.accept(Math.toIntExact(skipped));
    return skipped;
  }
}
