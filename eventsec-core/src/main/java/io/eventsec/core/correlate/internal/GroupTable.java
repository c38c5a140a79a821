package io.eventsec.core.correlate.internal;

import org.jspecify.annotations.Nullable;

/**
 * Groups by their keys. The states themselves are the links of its chains, which spares memory and
 * a step of each search; and it shrinks, so that groups that are gone leave nothing behind.
 */
final class GroupTable {
  private static final int LEAST = 16;
  private static final int SPARSE = 8;

  private @Nullable GroupState[] chains = new GroupState[LEAST];
  private int size;

  int size() {
    return size;
  }

  /** The state of a group, whose key has as many values as all here; null if there is none. */
  @Nullable GroupState find(GroupKey key) {
    int hash = key.hashCode();
    String joined = key.joined();
    GroupState state = chains[chain(hash)];
    while (state != null && (state.hash != hash || !state.joined.equals(joined))) {
      state = state.next;
    }
    return state;
  }

  /** Adds the state of a group that has none. */
  void add(GroupState state) {
    if (size == chains.length) {
      rebuild(2 * size);
    }
    link(state);
    size++;
  }

  /** Removes what was added. */
  void remove(GroupState state) {
    int chain = chain(state.hash);
    GroupState before = chains[chain];
    if (before == state) {
      chains[chain] = state.next;
    } else {
      while (before != null && before.next != state) {
        before = before.next;
      }
      if (before != null) {
        before.next = state.next;
      }
    }
    state.next = null;
    size--;
    if (chains.length > LEAST && size < chains.length / SPARSE) {
      rebuild(chains.length / 2);
    }
  }

  private void link(GroupState state) {
    int chain = chain(state.hash);
    state.next = chains[chain];
    chains[chain] = state;
  }

  private int chain(int hash) {
    return hash & chains.length - 1;
  }

  private void rebuild(int length) {
    @Nullable GroupState[] before = chains;
    chains = new GroupState[length];
    for (GroupState first : before) {
      for (GroupState state = first; state != null; ) {
        GroupState next = state.next;
        link(state);
        state = next;
      }
    }
  }
}
