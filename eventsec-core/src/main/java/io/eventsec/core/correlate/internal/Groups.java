package io.eventsec.core.correlate.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of one correlation, in the order in which they last changed. */
final class Groups {

  private final CorrelationPlan plan;
  private final long bytesAllowed;
  private final long quiet;
  private final boolean tracked;
  private final GroupTable states = new GroupTable();
  private final List<GroupState> changed = new ArrayList<>();
  private final List<GroupKey> removed = new ArrayList<>();
  private @Nullable GroupState oldest;
  private @Nullable GroupState newest;
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
  }

  /** Takes an event in; the group's state if the condition holds now, else null. */
  @Nullable GroupState add(Contribution contribution) {
    expire(contribution.stamp().time());
    GroupState state = states.find(contribution.group());
    if (state == null) {
      state = plan.newState(contribution.group());
      states.add(state);
      link(state);
    } else if (state != newest) {
      unlink(state);
      link(state);
    }
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
    while (bytes > bytesAllowed && oldest != null && oldest != newest) {
      remove(oldest);
      evicted++;
    }
  }

  /** Forgets groups that can have no part in anything from then on. */
  void expire(long time) {
    long keep = Math.max(plan.timespan(), quiet);
    while (oldest != null && oldest.lastTime < time - keep) {
      remove(oldest);
    }
  }

  /** Puts a state back that was written; in the order of {@code lastTime}. */
  void restore(GroupState state) {
    states.add(state);
    link(state);
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
    unlink(state);
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

  private void link(GroupState state) {
    state.older = newest;
    if (newest == null) {
      oldest = state;
    } else {
      newest.newer = state;
    }
    newest = state;
  }

  private void unlink(GroupState state) {
    GroupState older = state.older;
    GroupState newer = state.newer;
    if (older == null) {
      oldest = newer;
    } else {
      older.newer = newer;
    }
    if (newer == null) {
      newest = older;
    } else {
      newer.older = older;
    }
    state.older = null;
    state.newer = null;
  }
}
