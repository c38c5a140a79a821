package io.eventsec.core.vuln.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells now and then that there is progress: each MiB that was read. Not thread-safe. */
public final class WatchedStream extends FilterInputStream {
  private static final int EVERY = 1 << 20;

  private final Runnable between;
  private long untold = EVERY;

  /** Reads that one. */
  public WatchedStream(InputStream in, Runnable between) {
    super(in);
    this.between = between;
  }

  @Override
  public int read() throws IOException {
    tell(1);
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    tell(read);
    return read;
  }

  private void tell(int read) {
    untold += read;
    if (untold >= EVERY) {
      untold = 0;
      between.run();
    }
  }
}
