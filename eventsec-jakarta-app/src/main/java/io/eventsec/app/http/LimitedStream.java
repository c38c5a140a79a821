package io.eventsec.app.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a problem when more than so many bytes come. For one thread. */
final class LimitedStream extends FilterInputStream {
  private final int limit;
  private long read;

  LimitedStream(InputStream in, int limit) {
    super(in);
    this.limit = limit;
  }

  static ProblemException tooLarge(int limit) {
    return new ProblemException(
        ProblemKind.TOO_LARGE, "The body has more than " + limit + " bytes. Send less at once.");
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int some = super.read(bytes, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    read += bytes;
    if (read > limit) {
      throw tooLarge(limit);
    }
  }
}
