package io.eventsec.core.detect.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
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

  ViewPool(RuleIndex index) {
    this.index = index;
  }

  EventView take() {
    EventView view = places.getAndSet(place(), null);
    return view == null ? new EventView(index) : view;
  }

  void giveBack(EventView view) {
    places.set(place(), view);
  }

  private static int place() {
    return ((int) Thread.currentThread().getId() & PLACES - 1) * APART;
  }
}
