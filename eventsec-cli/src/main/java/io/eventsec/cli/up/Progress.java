package io.eventsec.cli.up;

import io.eventsec.cli.terminal.Terminal;
import java.util.function.Supplier;

/** A line for each step, with the seconds it took. Safe to share between threads. */
final class Progress {
  private final Terminal terminal;
  private final long start = System.nanoTime();

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the step and says how long it took; a failure is the caller's to tell. */
  <T> T step(String what, Supplier<T> step) {
    long begin = System.nanoTime();
    T result = step.get();
    terminal.note("  %-40s %6.1f s", what, seconds(begin));
    return result;
  }

  void say(String line) {
    terminal.print(line);
  }

  /** Something went wrong on the way, and the way goes on. */
  void warn(String line) {
    terminal.note(line);
  }

  double sinceStart() {
    return seconds(start);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
