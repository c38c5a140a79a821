package io.eventsec.app.advisory;

import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.persistence.vulnerability.MirrorStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How old feeds may be. Immutable.
 *
 * @param confirmed when a feed's server last said that it is of these days, by the feed's name
 * @param oldest how old one may be
 * @param now at which they are looked at
 */
public record FeedAges(Map<String, Instant> confirmed, Duration oldest, Instant now) {
  /** Copies the map. */
  public FeedAges {
    confirmed = Map.copyOf(confirmed);
  }

  /** A feed that seldom changes is of the day on which its server said that nothing is new. */
  static FeedAges of(List<MirrorStanding> mirrors, Duration oldest, Instant now) {
    Map<String, Instant> confirmed = new HashMap<>();
    mirrors.forEach(one -> one.answeredAt().ifPresent(at -> confirmed.put(one.name(), at)));
    return new FeedAges(confirmed, oldest, now);
  }

  /** True if the version in force says nothing of these days any more; false if there is none. */
  public boolean isTooOld(FeedStanding feed) {
    return feed.inForce()
        .map(FeedStanding.Version::newest)
        .filter(newest -> isTooOld(feed.name(), newest))
        .isPresent();
  }

  private boolean isTooOld(String name, Instant newest) {
    Instant answered = confirmed.getOrDefault(name, newest);
    Instant latest = answered.isAfter(newest) ? answered : newest;
    return Duration.between(latest, now).compareTo(oldest) > 0;
  }
}
