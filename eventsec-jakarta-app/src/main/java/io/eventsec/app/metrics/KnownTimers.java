package io.eventsec.app.metrics;

import java.util.Set;

/** Says which jobs are timers: work that ends is measured by its runs. */
@FunctionalInterface
public interface KnownTimers {
  /** Their names; the same all the time. */
  Set<String> names();
}
