package io.eventsec.core.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends with an error when it, and others that count with it, have given too much: a
 * bomb of a packed file. Closing it leaves what it reads from open: whoever opened that closes it.
 */
public final class BoundedStream extends FilterInputStream {
  private final ByteBudget budget;
  private final String refusal;

  /**
   * A stream that counts.
   *
   * @param budget what may be given
   * @param refusal what the error says
   */
  public BoundedStream(InputStream in, ByteBudget budget, String refusal) {
    super(in);
    this.budget = budget;
    this.refusal = refusal;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    take(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    take(Math.max(0, read));
    return read;
  }

  /** What is skipped counts: it is unpacked too. */
  @Override
  public long skip(long most) throws IOException {
    byte[] bytes = new byte[8192];
    long skipped = 0;
    while (skipped < most) {
      int read = read(bytes, 0, (int) Math.min(bytes.length, most - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  private void take(int count) throws IOException {
    if (!budget.take(count)) {
      throw new IOException(refusal);
    }
  }

  @Override
  public void close() {
    // See above.
  }
}
