package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that must have come within some time: who sends slowly keeps no turn from others. */
final class TimedBody extends FilterInputStream {
  private final Duration time;
  private final long end;

  TimedBody(InputStream body, Duration time) {
    super(body);
    this.time = time;
    this.end = System.nanoTime() + time.toNanos();
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return super.read(bytes, offset, length);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() {
    if (System.nanoTime() - end > 0) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "The body did not come within "
              + time.toMinutes()
              + " minutes. Send it in parts; what came is taken in.");
    }
  }
}
