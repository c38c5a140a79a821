package io.eventsec.core.memory;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertDocument;
import io.eventsec.core.spi.Outbox;
import io.eventsec.core.spi.OutboxEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An outbox in memory, filled by {@link InMemoryDetectionStore}. */
public final class InMemoryOutbox implements Outbox {
  private static final int MOST = 1000;
  private static final int PARKED_AFTER = 10;
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  private final Clock clock;
  private final NavigableMap<Long, Waiting> waiting = new TreeMap<>();
  private long last;

  InMemoryOutbox(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized List<OutboxEntry> claim(String kind, int limit, Duration lease) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("Limit " + limit + ": claim 1 to " + MOST + " entries");
    }
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("Lease " + lease + ": it must be longer than nothing");
    }
    Instant now = clock.instant();
    List<OutboxEntry> claimed = new ArrayList<>();
    for (Waiting candidate : List.copyOf(waiting.values())) {
      if (claimed.size() < limit && candidate.due(kind, now)) {
        waiting.put(candidate.entry().id(), candidate.until(now.plus(lease)));
        claimed.add(candidate.entry());
      }
    }
    return claimed;
  }

  @Override
  public synchronized void delivered(List<OutboxEntry> entries) {
    entries.forEach(entry -> waiting.remove(entry.id()));
  }

  @Override
  public synchronized void failed(OutboxEntry entry, String reason) {
    @Nullable Waiting current = waiting.get(entry.id());
    // Whoever comes late, after its lease, changes nothing.
    if (current != null && current.entry().attempts() == entry.attempts()) {
      waiting.put(entry.id(), current.failed(clock.instant()));
    }
  }

  @Override
  public synchronized long pending() {
    return waiting.size();
  }

  synchronized void add(String kind, Alert alert) {
    Instant now = clock.instant();
    long id = ++last;
    OutboxEntry entry =
        new OutboxEntry(
            id, kind, alert.tenant().id(), alert.id().value(), AlertDocument.json(alert, now), 0);
    waiting.put(id, new Waiting(entry, now));
  }

  private record Waiting(OutboxEntry entry, Instant dueAt) {
    boolean due(String kind, Instant now) {
      return entry.kind().equals(kind) && entry.attempts() < PARKED_AFTER && !dueAt.isAfter(now);
    }

    Waiting until(Instant time) {
      return new Waiting(entry, time);
    }

    /** One second, doubled with each failure, an hour at most. */
    Waiting failed(Instant now) {
      Duration delay = Duration.ofSeconds(1L << entry.attempts());
      Duration bounded = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
      OutboxEntry next =
          new OutboxEntry(
              entry.id(),
              entry.kind(),
              entry.tenant(),
              entry.key(),
              entry.payload(),
              entry.attempts() + 1);
      return new Waiting(next, now.plus(bounded));
    }
  }
}
