package io.eventsec.cli.follow;

import io.eventsec.cli.terminal.Terminal;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A line that moves, where a person watches. Not thread-safe. */
final class FollowProgress {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

  private final Terminal terminal;
  private long said = System.nanoTime();
  private long before;

  FollowProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Tells, if it is time to. */
  void at(long acknowledged, Collection<FollowedFile> files) {
    long now = System.nanoTime();
    if (!terminal.interactive() || now - said < EVERY) {
      return;
    }
    long rate = Math.round((acknowledged - before) * 1e9 / (now - said));
    long behind = files.stream().mapToLong(file -> file.health().behind()).sum();
    terminal.transientNote(
        String.format(
            Locale.ROOT,
            "%d files  %,d acknowledged  %,d/s  %,d bytes behind",
            files.size(),
            acknowledged,
            rate,
            behind));
    said = now;
    before = acknowledged;
  }
}
