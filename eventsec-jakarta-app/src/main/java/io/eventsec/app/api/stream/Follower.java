package io.eventsec.app.api.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client that follows the alerts. It has a bounded queue: a client that takes too long to read
 * is dropped, and comes back with the number of the last message it got. Not thread-safe, but for
 * what the connection calls when a message has gone out.
 */
final class Follower {
  private static final int MOST_WAITING = 1000;
  private static final Duration ASK_EVERY = Duration.ofSeconds(5);

  private final Connection connection;
  private final BooleanSupplier stillSignedIn;
  private final AtomicInteger waiting = new AtomicInteger();
  private Instant lastSent;
  private Instant lastAsked;

  /**
   * A client.
   *
   * @param stillSignedIn asked now and then
   */
  Follower(Connection connection, BooleanSupplier stillSignedIn, Instant now) {
    this.connection = connection;
    this.stillSignedIn = stillSignedIn;
    this.lastSent = now;
    this.lastAsked = now;
  }

  /** Sends all of them, or drops the client. */
  void send(List<Message> messages, Instant now) {
    for (Message message : messages) {
      if (!open()) {
        return;
      }
      if (waiting.incrementAndGet() > MOST_WAITING) {
        connection.close();
        return;
      }
      connection.send().apply(message).whenComplete(this::sent);
      lastSent = now;
    }
  }

  boolean open() {
    return connection.open().getAsBoolean();
  }

  /** False once the session has ended; asks every few seconds only. */
  boolean stillAllowed(Instant now) {
    if (lastAsked.plus(ASK_EVERY).isAfter(now)) {
      return true;
    }
    lastAsked = now;
    return stillSignedIn.getAsBoolean();
  }

  Instant lastSent() {
    return lastSent;
  }

  void close() {
    connection.close();
  }

  private void sent(@Nullable Object nothing, @Nullable Throwable failure) {
    waiting.decrementAndGet();
    if (failure != null) {
      connection.close();
    }
  }

  /**
   * The way to a client.
   *
   * @param send starts to send a message; done when it has gone out
   * @param open whether there is somebody at the other end, as far as is known
   * @param closing ends it
   */
  record Connection(
      Function<Message, CompletionStage<?>> send, BooleanSupplier open, Runnable closing) {
    void close() {
      closing.run();
    }
  }
}
