package io.eventsec.app.api.stream;

import io.eventsec.app.api.AlertService;
import io.eventsec.app.http.Outages;
import io.eventsec.app.log.Details;
import io.eventsec.app.log.RequestMessages;
import io.eventsec.app.metrics.StreamMetrics;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.alert.AlertSummary;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The feeds of all tenants, and the one job that looks for news while somebody follows. */
@ApplicationScoped
public class AlertFeeds {
  private static final Logger LOG = System.getLogger(AlertFeeds.class.getName());
  private static final long LOOK_EVERY_MILLIS = 500;
  private static final int MOST_FOLLOWERS = 500;

  @Resource ManagedScheduledExecutorService scheduler;
  @Inject AlertService alerts;
  @Inject StreamMetrics metrics;

  private final Map<Tenant, Feed> feeds = new ConcurrentHashMap<>();
  private @Nullable ScheduledFuture<?> job;

  /**
   * Adds a client.
   *
   * @param after the last number it got; negative if it begins now
   * @return false if there are too many already
   */
  synchronized boolean join(Tenant tenant, Follower follower, long after) {
    if (followers() >= MOST_FOLLOWERS) {
      return false;
    }
    feeds.computeIfAbsent(tenant, this::feed).join(follower, after);
    metrics.subscribers(followers());
    if (job == null) {
      job =
          scheduler.scheduleWithFixedDelay(
              this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
    return true;
  }

  @PreDestroy
  synchronized void close() {
    if (job != null) {
      job.cancel(true);
    }
    feeds.values().forEach(Feed::close);
  }

  private int followers() {
    return feeds.values().stream().mapToInt(Feed::size).sum();
  }

  private void look() {
    for (Feed feed : feeds.values()) {
      try {
        feed.look();
      } catch (RuntimeException e) {
        report(e);
      }
    }
    metrics.subscribers(followers());
  }

  /** Clients stay connected and are told when the database is back. */
  private static void report(RuntimeException e) {
    if (Outages.isOne(e)) {
      Details.logFailure(LOG, e, "Cannot look for new alerts");
    } else {
      RequestMessages.ALERT_FEED_FAILED.logFailure(LOG, e);
    }
  }

  private Feed feed(Tenant tenant) {
    return new Feed(
        new Feed.Source() {
          @Override
          public long last() {
            return alerts.lastSeq(tenant);
          }

          @Override
          public List<AlertSummary> since(long seq, int limit) {
            return alerts.since(tenant, seq, limit);
          }
        },
        InstantSource.system());
  }
}
