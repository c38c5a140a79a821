package io.eventsec.core.intel.match;

import io.eventsec.core.Corpus;
import java.util.Locale;

/**
 * What a million indicators of all kinds take in memory, and how long they take to be made ready.
 * Run its {@code main} on the class path of the tests; the argument is how many.
 */
final class HeapOfIndicators {
  private static final double MIB = 1 << 20;
  private static final double SECOND = 1e9;

  private HeapOfIndicators() {}

  /** Prints the figures. */
  public static void main(String[] arguments) {
    int size = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    RandomIndicators.set(1_000);
    double before = used();
    long start = System.nanoTime();
    IndicatorSet set = RandomIndicators.set(size);
    long nanos = System.nanoTime() - start;
    double after = used();
    Corpus.report(
        size + " indicators",
        String.format(
            Locale.ROOT,
            "%.0f MiB of heap, %.0f MiB by its own count, made in %.1f s, %s",
            after - before,
            set.statistics().bytes() / MIB,
            nanos / SECOND,
            set.statistics()));
  }

  /** In MiB, of what is still reachable. */
  private static double used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
  }
}
