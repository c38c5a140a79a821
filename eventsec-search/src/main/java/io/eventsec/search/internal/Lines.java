package io.eventsec.search.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes, each of them bounded. Not thread-safe. */
final class Lines {
  private static final int BUFFER = 64 << 10;
  private static final int LONGEST = 64 << 20;

  private final InputStream in;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /**
   * The next one without its end; empty behind the last.
   *
   * @throws IOException if it cannot be read, or is longer than 64 MiB
   */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
      if (line.size() > LONGEST) {
        throw new IOException("A line is longer than " + LONGEST + " bytes");
      }
    }
    return Optional.of(line.toByteArray());
  }
}
