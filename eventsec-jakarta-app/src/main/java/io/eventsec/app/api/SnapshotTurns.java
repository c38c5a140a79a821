package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Reads what is handed in of assets within bounds: of time, and so many at once, whatever they are
 * written in. Safe to share between threads.
 */
final class SnapshotTurns {
  /** How many bytes a snapshot may have. */
  static final int MOST_BYTES = 16 << 20;

  private static final int MOST_AT_ONCE = 2;
  private static final int CHUNK = 1 << 16;
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  /**
   * Reads a body and has something done with it.
   *
   * @param body no longer than {@link #MOST_BYTES}, or ending with a problem there
   * @throws ProblemException 400 if it comes too slowly, 503 if too many are being read
   * @throws IOException if the sender went away
   */
  <R> R read(InputStream body, Function<byte[], R> use) throws IOException {
    if (!turns.tryAcquire()) {
      throw ProblemException.retry(
          ProblemKind.UNAVAILABLE,
          MOST_AT_ONCE + " snapshots are being read now. Send this one again a little later.",
          RETRY);
    }
    try {
      return use.apply(bytes(body));
    } finally {
      turns.release();
    }
  }

  /** Whoever sends slowly must not keep a turn from others. */
  private static byte[] bytes(InputStream body) throws IOException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
      bytes.write(chunk, 0, n);
      if (System.nanoTime() - deadline > 0) {
        throw new ProblemException(
            ProblemKind.BAD_REQUEST,
            "The body took longer than " + DEADLINE.toSeconds() + " s. Send it faster.");
      }
    }
    return bytes.toByteArray();
  }
}
