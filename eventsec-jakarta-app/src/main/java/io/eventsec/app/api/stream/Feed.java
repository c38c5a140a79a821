package io.eventsec.app.api.stream;

import io.eventsec.persistence.alert.AlertSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One tenant's alerts for all of its clients: looks once for all of them what has happened, and
 * tells each. A client that comes back with the number of the last message it got misses nothing.
 * Safe to share between threads.
 */
final class Feed {
  /** How much may be caught up at once; who missed more is better off asking for the list. */
  private static final int MOST = 500;

  private static final Duration PING_EVERY = Duration.ofSeconds(15);

  private final Source source;
  private final InstantSource clock;
  private final List<Follower> followers = new ArrayList<>();
  private final KnownAlerts known = new KnownAlerts();
  private long tail = -1;

  Feed(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Adds a client.
   *
   * @param after the last number it got; negative if it begins now
   */
  synchronized void join(Follower follower, long after) {
    if (followers.isEmpty() || tail < 0) {
      tail = source.last();
      known.begin(clock.instant());
    }
    List<Message> first = new ArrayList<>(List.of(Message.PING));
    if (after >= 0 && after < tail) {
      source.since(after, MOST).stream()
          .filter(alert -> alert.seq() <= tail)
          .map(Messages::whole)
          .forEach(first::add);
    }
    follower.send(first, clock.instant());
    followers.add(follower);
  }

  /** Looks once and tells all; drops those that are gone. */
  synchronized void look() {
    followers.removeIf(follower -> !follower.open());
    if (followers.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<AlertSummary> news = source.since(tail, MOST);
    List<Message> messages = news.stream().map(this::message).toList();
    tail = news.isEmpty() ? tail : news.get(news.size() - 1).seq();
    known.forget(now);
    followers.forEach(follower -> tell(follower, messages, now));
  }

  private Message message(AlertSummary alert) {
    return known.tell(alert) ? Messages.whole(alert) : Messages.change(alert);
  }

  /** How many follow. */
  synchronized int size() {
    return followers.size();
  }

  synchronized void close() {
    followers.forEach(Follower::close);
    followers.clear();
  }

  private static void tell(Follower follower, List<Message> messages, Instant now) {
    if (!follower.stillAllowed(now)) {
      follower.close();
      return;
    }
    boolean silent = !follower.lastSent().plus(PING_EVERY).isAfter(now);
    follower.send(messages.isEmpty() && silent ? List.of(Message.PING) : messages, now);
  }

  /** What has happened to the tenant's alerts. */
  interface Source {
    /** The number of the last thing that happened. */
    long last();

    /** What happened after a number, in order, at most so many. */
    List<AlertSummary> since(long seq, int limit);
  }
}
