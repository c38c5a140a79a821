package io.eventsec.core.detect;

import io.eventsec.core.Corpus;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaRule;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What the rules of the corpus take to load in a virtual machine that has just started, and the
 * memory that they hold once they are compiled, their texts included. Run its {@code main} on the
 * class path of the tests with the system property {@code eventsec.corpus}.
 */
final class RuleSetCost {
  private static final double MIB = 1 << 20;

  private RuleSetCost() {}

  /** Prints the figures. */
  public static void main(String[] arguments) {
    Path directory = Path.of(System.getProperty("eventsec.corpus", "corpus"), "sigma/rules");
    double before = used();
    long start = System.nanoTime();
    List<SigmaRule> rules = RuleDirectory.load(directory).rules();
    long read = System.nanoTime();
    DetectionEngine engine = DetectionEngine.compile(rules);
    long compiled = System.nanoTime();
    Corpus.report(
        "rules",
        String.format(
            Locale.ROOT,
            "%d, read in %d ms, compiled in %d ms, %.1f MiB of heap",
            rules.size(),
            TimeUnit.NANOSECONDS.toMillis(read - start),
            TimeUnit.NANOSECONDS.toMillis(compiled - read),
            (used() - before) / MIB));
    Reference.reachabilityFence(engine);
  }

  private static double used() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
