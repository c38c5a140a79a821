package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Views that are used again: one costs more to make than an event to judge. A pool and not a
 * thread's own variable, which would hold on to a rule set that nobody uses any more. Safe for any
 * number of threads.
 */
final class ViewPool {
  private static final int PLACES = 64;

  /** So far apart that no two threads write to one line of the processors' caches. */
  private static final int APART = 32;

  private final RuleIndex index;
  private final AtomicReferenceArray<@Nullable EventView> places =
      new AtomicReferenceArray<>(PLACES * APART);

  /** What the views count that are in use or will be again. */
  private final List<RuleTally> live = new ArrayList<>();

  /** What those have counted that are gone. */
  private final RuleTally gone;

  ViewPool(RuleIndex index) {
    this.index = index;
    this.gone = new RuleTally(index.ruleCount());
  }

  EventView take() {
    EventView view = places.getAndSet(place(), null);
    return view == null ? another() : view;
  }

  void giveBack(EventView view) {
    if (!places.compareAndSet(place(), null, view)) {
      end(view.tally());
    }
  }

  private EventView another() {
    EventView view = new EventView(index);
    synchronized (live) {
      live.add(view.tally());
    }
    return view;
  }

  private void end(RuleTally tally) {
    synchronized (live) {
      gone.addAll(tally);
      live.removeIf(one -> one == tally);
    }
  }

  /** What all views have counted together. */
  long sum(ToLongFunction<RuleTally> count) {
    synchronized (live) {
      return count.applyAsLong(gone) + live.stream().mapToLong(count).sum();
    }
  }

  private static int place() {
    return ((int) Thread.currentThread().getId() & PLACES - 1) * APART;
  }
}
