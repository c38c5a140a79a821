package io.eventsec.app.syslog;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Where messages wait until they are on disk: a lane for each source, and one for what has flaws.
 * Whoever reads asks here whether there is room, and is called back when there is. Safe to share
 * between threads.
 */
final class Lanes {
  /** A batch is not larger than that and one portion more. */
  private static final int BATCH_BYTES = 1 << 20;

  private final long most;
  private final int batchLines;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Map<Lane, Deque<Portion>> waiting = new LinkedHashMap<>();
  private final Deque<Runnable> halted = new ArrayDeque<>();
  private long held;
  private long messages;

  /**
   * What becomes batches of its own.
   *
   * @param source that they are kept under
   * @param whole false for messages that something is missing of
   */
  record Lane(SyslogSource source, boolean whole) {}

  /**
   * What one read has brought.
   *
   * @param lines of a batch; nobody else holds the array
   * @param count how many, at least 1
   * @param kept called once they are on disk
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
  record Portion(byte[] lines, int count, Runnable kept) {}

  /**
   * What becomes one batch.
   *
   * @param lane where it waited
   * @param portions in the order they came
   */
  record Load(Lane lane, List<Portion> portions) {
    int count() {
      return portions.stream().mapToInt(Portion::count).sum();
    }

    int bytes() {
      return portions.stream().mapToInt(portion -> portion.lines().length).sum();
    }
  }

  /**
   * No lane has anything yet.
   *
   * @param most how many bytes may wait before there is no room
   * @param batchLines the most lines of a batch
   */
  Lanes(long most, int batchLines) {
    this.most = most;
    this.batchLines = batchLines;
  }

  /** The most lines that a portion should have. */
  int batchLines() {
    return batchLines;
  }

  /** Takes it in, room or not: it has been read. */
  void put(Lane lane, Portion portion) {
    lock.lock();
    try {
      held += portion.lines().length;
      messages += portion.count();
      waiting.computeIfAbsent(lane, key -> new ArrayDeque<>()).add(portion);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** How many bytes wait, or are being written. */
  long held() {
    return locked(() -> held);
  }

  /** How many messages that is. */
  long messages() {
    return locked(() -> messages);
  }

  /** Calls back once there is room, which may be now. */
  void whenRoom(Runnable go) {
    lock.lock();
    try {
      if (held >= most) {
        halted.add(go);
        return;
      }
    } finally {
      lock.unlock();
    }
    go.run();
  }

  /**
   * What is to be written next: of the lane that has waited longest. To be followed by {@link
   * #done} or given up.
   *
   * @return empty if nothing has come within the time
   * @throws InterruptedException if somebody wants this thread to stop
   */
  Optional<Load> take(Duration within) throws InterruptedException {
    long left = within.toNanos();
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = arrived.awaitNanos(left);
      }
      return Optional.of(next());
    } finally {
      lock.unlock();
    }
  }

  private Load next() {
    Lane lane = waiting.keySet().iterator().next();
    Deque<Portion> portions = Objects.requireNonNull(waiting.remove(lane));
    List<Portion> taken = new ArrayList<>();
    long bytes = 0;
    long count = 0;
    do {
      Portion portion = portions.remove();
      taken.add(portion);
      bytes += portion.lines().length;
      count += portion.count();
    } while (!portions.isEmpty()
        && bytes < BATCH_BYTES
        && count + portions.element().count() <= batchLines);
    if (!portions.isEmpty()) {
      // Behind the others, so that one source does not keep them waiting.
      waiting.put(lane, portions);
    }
    return new Load(lane, taken);
  }

  /** It is on disk: whoever brought it may read on, and who had no room too. */
  void done(Load load) {
    List<Runnable> released = new ArrayList<>();
    lock.lock();
    try {
      held -= load.bytes();
      messages -= load.count();
      while (!halted.isEmpty() && held < most) {
        released.add(halted.remove());
      }
    } finally {
      lock.unlock();
    }
    load.portions().forEach(portion -> portion.kept().run());
    released.forEach(Runnable::run);
  }

  private long locked(LongSupplier figure) {
    lock.lock();
    try {
      return figure.getAsLong();
    } finally {
      lock.unlock();
    }
  }
}
