package io.eventsec.app.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.spi.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A journal that remembers what it was given, and can be away. */
final class Kept implements Keeper.Sink {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<Batch> batches = new ArrayList<>();
  private final List<String> attempts = new ArrayList<>();
  private boolean away;

  record Batch(EventOrigin origin, String format, List<String> lines, int count) {}

  @Override
  public synchronized void keep(EventOrigin origin, String format, byte[] lines, int count) {
    attempts.add(origin.key());
    if (away) {
      throw new StoreUnavailableException("The journal is away");
    }
    String text = new String(lines, StandardCharsets.UTF_8);
    batches.add(new Batch(origin, format, Arrays.asList(text.split("\n")), count));
  }

  synchronized void away(boolean now) {
    away = now;
  }

  synchronized List<String> attempts() {
    return List.copyOf(attempts);
  }

  synchronized List<Batch> batches() {
    return List.copyOf(batches);
  }

  List<String> lines() {
    return batches().stream().flatMap(batch -> batch.lines().stream()).toList();
  }

  /** Waits for so many lines and gives them. */
  List<String> await(int count) {
    until(() -> lines().size() >= count);
    assertThat(lines()).hasSize(count);
    return lines();
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
