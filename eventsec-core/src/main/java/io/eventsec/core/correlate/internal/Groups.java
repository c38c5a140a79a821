package io.eventsec.core.correlate.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of one correlation. */
final class Groups {

  private final CorrelationPlan plan;
  private final long bytesAllowed;
  private final long quiet;
  private final boolean tracked;

  /** Nanoseconds by which the slowest source is behind the others: so much longer all is kept. */
  private long lag;

  private final GroupTable states = new GroupTable();
  private final List<GroupState> changed = new ArrayList<>();
  private final List<GroupKey> removed = new ArrayList<>();
  private final Recency recency;

  /** The group that last took up an event, and how far things had come then. */
  private @Nullable GroupState newest;

  private long reached = Long.MIN_VALUE;
  private long bytes;
  private long evicted;
  private long trimmed;

  /**
   * Makes one.
   *
   * @param bytesAllowed beyond which the group that changed longest ago is forgotten
   * @param quiet nanoseconds after which a condition that is reached again is another episode
   * @param tracked whether what changes is remembered until it is taken
   */
  Groups(CorrelationPlan plan, long bytesAllowed, long quiet, boolean tracked) {
    this.plan = plan;
    this.bytesAllowed = bytesAllowed;
    this.quiet = quiet;
    this.tracked = tracked;
    this.recency = new Recency(Math.max(plan.timespan(), quiet));
  }

  /** Sets how far the slowest source is behind the others. */
  void lag(long nanos) {
    lag = nanos;
  }

  /** True if the group has taken up that event or one that happened after it. */
  boolean isPast(Contribution contribution) {
    GroupState state = states.find(contribution.group());
    return state != null && state.last().compareTo(contribution.stamp()) >= 0;
  }

  /**
   * Takes an event in.
   *
   * @param others how far others have come that happened later
   * @return the group's state if the condition holds now, else null
   */
  @Nullable GroupState add(Contribution contribution, long others) {
    long now = Math.max(contribution.stamp().time(), others);
    expire(now);
    reached = Math.max(reached, now);
    GroupState state = states.find(contribution.group());
    if (state == null) {
      state = plan.newState(contribution.group());
      state.touched = reached;
      states.add(state);
      recency.add(state);
    }
    state.touched = reached;
    newest = state;
    boolean holds = state.add(contribution);
    if (holds) {
      state.episode = Episode.after(state.episode, contribution.stamp(), quiet);
    }
    note(state);
    bytes += state.countBytes();
    trimmed += state.takeTrimmed();
    return holds ? state : null;
  }

  /** Forgets the groups that changed longest ago as long as all of them take too much. */
  void evict() {
    while (bytes > bytesAllowed && states.size() > 1) {
      GroupState oldest = recency.takeOldest();
      if (oldest != null && oldest == newest) {
        oldest = recency.takeOldest();
        recency.add(newest);
      }
      if (oldest == null) {
        return;
      }
      remove(oldest);
      evicted++;
    }
  }

  /** Forgets groups that can have no part in anything from then on. */
  void expire(long time) {
    long before = time - Math.max(plan.timespan(), quiet) - lag;
    if (recency.hasBefore(before)) {
      recency.takeBefore(before, this::remove);
    }
  }

  /** Puts a state back that was written; in the order of {@code touched}. */
  void restore(GroupState state) {
    reached = Math.max(reached, state.touched);
    states.add(state);
    recency.add(state);
    newest = state;
    bytes += state.countBytes();
  }

  List<GroupState> takeChanged() {
    List<GroupState> taken =
        changed.stream().filter(state -> states.find(state.key) == state).toList();
    taken.forEach(state -> state.changed = false);
    changed.clear();
    return taken;
  }

  /** The groups that are no more. */
  List<GroupKey> takeRemoved() {
    List<GroupKey> taken = removed.stream().filter(key -> states.find(key) == null).toList();
    removed.clear();
    return taken;
  }

  /** How many values were dropped, since this was last asked, because a window held too many. */
  long takeTrimmed() {
    long taken = trimmed;
    trimmed = 0;
    return taken;
  }

  int size() {
    return states.size();
  }

  long bytes() {
    return bytes;
  }

  long evicted() {
    return evicted;
  }

  private void remove(GroupState state) {
    states.remove(state);
    bytes -= state.bytes;
    if (tracked) {
      removed.add(state.key);
    }
  }

  private void note(GroupState state) {
    if (tracked && !state.changed) {
      state.changed = true;
      changed.add(state);
    }
  }
}
