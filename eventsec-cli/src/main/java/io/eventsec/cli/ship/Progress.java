package io.eventsec.cli.ship;

import io.eventsec.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Says how far a file is: a line that moves where a person watches, else one now and then. */
final class Progress {
  private static final long MOVING = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PLAIN = TimeUnit.SECONDS.toNanos(10);

  private final Terminal terminal;
  private final Path file;
  private final long length;
  private final long started = System.nanoTime();
  private long said = started;

  Progress(Terminal terminal, Path file, long length) {
    this.terminal = terminal;
    this.file = file;
    this.length = length;
  }

  /** Tells, if it is time to. */
  void at(ShipCounts counts, long bytes) {
    long now = System.nanoTime();
    if (now - said < (terminal.interactive() ? MOVING : PLAIN)) {
      return;
    }
    said = now;
    String line = line(counts, bytes, now);
    if (terminal.interactive()) {
      terminal.transientNote(line);
    } else {
      terminal.note(line);
    }
  }

  private String line(ShipCounts counts, long bytes, long now) {
    long percent = length == 0 ? 100 : Math.min(100, bytes * 100 / length);
    return String.format(
        Locale.ROOT,
        "%s  %3d %%  %,d acknowledged  %,d/s",
        file.getFileName(),
        percent,
        counts.accepted(),
        rate(counts.accepted(), now));
  }

  /** Says what became of the file. */
  void done(ShipCounts counts) {
    terminal.clearTransient();
    long now = System.nanoTime();
    terminal.print(
        String.format(
            Locale.ROOT,
            "%s: %d accepted, %d of them duplicates%s; %.1f s, %d/s",
            file,
            counts.accepted(),
            counts.duplicates(),
            counts.before() == 0 ? "" : ", " + counts.before() + " sent by an earlier run",
            (now - started) / 1e9,
            rate(counts.accepted(), now)));
  }

  private long rate(long events, long now) {
    return Math.round(events * 1e9 / Math.max(1, now - started));
  }
}
