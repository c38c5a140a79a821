package io.eventsec.search;

import io.eventsec.core.retention.RetentionPlan;
import io.eventsec.core.retention.RetentionPlan.Drop;
import io.eventsec.core.retention.RetentionPolicy;
import io.eventsec.core.retention.RetentionReport;
import io.eventsec.core.retention.RetentionReport.Postponed;
import io.eventsec.core.retention.Segment;
import io.eventsec.search.IndexRetentionPlan.Rollover;
import io.eventsec.search.internal.BackingIndex;
import io.eventsec.search.internal.BackingIndexes;
import io.eventsec.search.internal.DataStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops old indexes of events and alerts, and rolls streams over so that there is something to
 * drop. The index a stream writes to is never dropped. Safe to share between threads and nodes, and
 * best called by one at a time; does not own the connection.
 *
 * <p>Age is counted from when something came to be here, not from when it happened: a sensor whose
 * clock is ahead cannot keep an index for ever, and an old capture that is loaded today is not
 * dropped tomorrow. A bound of bytes holds for each stream, that is for each tenant: one that sends
 * much costs no other its events.
 */
public final class OpenSearchRetention {
  private final DataStreams streams;
  private final BackingIndexes indexes;

  /** Over this connection. */
  public OpenSearchRetention(OpenSearchConnection connection) {
    this.streams = new DataStreams(connection.rest());
    this.indexes = new BackingIndexes(connection.rest());
  }

  /**
   * What the policy would do at that time: the dry run. Streams roll over by {@link
   * RolloverPolicy#within}.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer
   */
  public IndexRetentionPlan plan(StreamKind kind, RetentionPolicy policy, Instant now) {
    return plan(kind, policy, RolloverPolicy.within(policy), now);
  }

  /**
   * What the policies would do at that time: the dry run.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer
   */
  public IndexRetentionPlan plan(
      StreamKind kind, RetentionPolicy policy, RolloverPolicy rollover, Instant now) {
    List<Rollover> rollovers = new ArrayList<>();
    RetentionPlan drops = RetentionPlan.EMPTY;
    for (DataStreams.Stream stream : streams.startingWith(kind.prefix())) {
      List<BackingIndex> found = indexes.of(stream, kind.receivedAt());
      drops = drops.and(RetentionPlan.of(policy, now, segments(found)));
      BackingIndex written = found.get(found.size() - 1);
      due(written, rollover, now)
          .ifPresent(reason -> rollovers.add(new Rollover(stream.name(), written.name(), reason)));
    }
    return new IndexRetentionPlan(rollovers, drops);
  }

  /**
   * Does what the plan says: first the rollovers, then the drops.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer; what was
   *     done until then is done
   */
  public IndexRetentionReport apply(IndexRetentionPlan plan) {
    List<String> rolledOver = new ArrayList<>();
    for (Rollover rollover : plan.rollovers()) {
      boolean due =
          streams
              .named(rollover.stream())
              .filter(stream -> stream.writeIndex().equals(rollover.writeIndex()))
              .isPresent();
      if (due) {
        streams.rollOver(rollover.stream());
        rolledOver.add(rollover.stream());
      }
    }
    return new IndexRetentionReport(rolledOver, drop(plan.drops()));
  }

  private RetentionReport drop(RetentionPlan plan) {
    List<Drop> dropped = new ArrayList<>();
    List<Postponed> postponed = new ArrayList<>();
    for (Drop drop : plan.drops()) {
      Optional<String> obstacle = indexes.drop(drop.segment().name());
      if (obstacle.isEmpty()) {
        dropped.add(drop);
      } else {
        postponed.add(new Postponed(drop.segment(), obstacle.get()));
      }
    }
    return new RetentionReport(dropped, postponed);
  }

  /** Oldest first; nothing came into an index after the one behind it was made. */
  private static List<Segment> segments(List<BackingIndex> indexes) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < indexes.size(); i++) {
      BackingIndex index = indexes.get(i);
      boolean written = i == indexes.size() - 1;
      Optional<String> held = written ? Optional.of("it is written to") : index.unseen();
      Optional<Instant> end =
          written ? Optional.empty() : Optional.of(indexes.get(i + 1).createdAt());
      segments.add(
          new Segment(
              index.name(),
              index.documents(),
              index.bytes(),
              index.oldest(),
              index.newest().or(() -> end),
              held));
    }
    return segments;
  }

  /** Why the index that is written to has been written to for long enough; an empty one has not. */
  private static Optional<String> due(BackingIndex written, RolloverPolicy policy, Instant now) {
    if (written.documents() == 0) {
      return Optional.empty();
    }
    Duration age = Duration.between(written.createdAt(), now);
    if (age.compareTo(policy.age()) >= 0) {
      return Optional.of("written to since " + written.createdAt() + ", for " + policy.age());
    }
    if (written.primaryBytes() >= policy.bytes()) {
      return Optional.of(
          written.primaryBytes() + " bytes, and " + policy.bytes() + " are enough for one index");
    }
    return Optional.empty();
  }
}
