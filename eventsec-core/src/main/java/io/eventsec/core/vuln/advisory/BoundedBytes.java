package io.eventsec.core.vuln.advisory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an error when it has given too much: a bomb of a packed file. */
final class BoundedBytes extends FilterInputStream {
  private final long most;
  private long count;

  BoundedBytes(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) throws IOException {
    count += more;
    if (count > most) {
      throw new IOException("More than " + most + " bytes in one file; read it in parts");
    }
  }
}
