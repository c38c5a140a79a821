package io.eventsec.app.ingest;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes of batches that are in memory, all senders together. Safe to share. */
final class InFlight {
  private final long most;
  private final AtomicLong held = new AtomicLong();

  InFlight(long most) {
    this.most = most;
  }

  /** A reservation that holds nothing yet. */
  Reservation reservation() {
    return new Reservation();
  }

  long held() {
    return held.get();
  }

  /** What one request holds. Not thread-safe. */
  final class Reservation implements AutoCloseable {
    private long mine;

    /**
     * Takes more.
     *
     * @throws OverloadedException if that would be too much; what was taken before is still held
     */
    void take(long bytes) {
      if (held.addAndGet(bytes) > most) {
        held.addAndGet(-bytes);
        throw new OverloadedException(
            "Batches of " + most + " bytes are being stored already; send this one again.");
      }
      mine += bytes;
    }

    @Override
    public void close() {
      held.addAndGet(-mine);
      mine = 0;
    }
  }
}
