package io.eventsec.core.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy would drop. Making one changes nothing, so it is the dry run too.
 *
 * @param drops what would go, oldest first
 * @param kept what stays, oldest first
 */
public record RetentionPlan(List<Drop> drops, List<Segment> kept) {
  /** Nothing to drop and nothing there. */
  public static final RetentionPlan EMPTY = new RetentionPlan(List.of(), List.of());

  /** Copies the lists. */
  public RetentionPlan {
    drops = List.copyOf(drops);
    kept = List.copyOf(kept);
  }

  /** Why something goes. */
  public enum Reason {
    /** All that is in it was received too long ago. */
    AGE,
    /** There is too much, and it is the oldest. */
    BYTES
  }

  /**
   * A part that goes.
   *
   * @param segment which
   * @param reason why
   */
  public record Drop(Segment segment, Reason reason) {}

  /**
   * Applies a policy to the parts of one store. Parts go from the oldest on; the first one that is
   * held, or is neither too old nor too much, stays and with it all that are younger.
   *
   * @param now the time that ages are counted to
   * @param segments oldest first
   */
  public static RetentionPlan of(RetentionPolicy policy, Instant now, List<Segment> segments) {
    Instant cutoff = policy.cutoff(now);
    long bytes = segments.stream().mapToLong(Segment::bytes).sum();
    List<Drop> drops = new ArrayList<>();
    for (Segment segment : segments) {
      boolean expired = segment.newest().map(cutoff::isAfter).orElse(true);
      if (segment.held().isPresent() || !(expired || policy.exceededBy(bytes))) {
        break;
      }
      drops.add(new Drop(segment, expired ? Reason.AGE : Reason.BYTES));
      bytes -= segment.bytes();
    }
    return new RetentionPlan(drops, segments.subList(drops.size(), segments.size()));
  }

  /** This one and another store's. */
  public RetentionPlan and(RetentionPlan other) {
    return new RetentionPlan(
        Stream.concat(drops.stream(), other.drops.stream()).toList(),
        Stream.concat(kept.stream(), other.kept.stream()).toList());
  }

  /** How many things would go. */
  public long items() {
    return drops.stream().mapToLong(drop -> drop.segment().items()).sum();
  }

  /** How many bytes would go. */
  public long bytes() {
    return drops.stream().mapToLong(drop -> drop.segment().bytes()).sum();
  }
}
