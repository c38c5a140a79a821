package io.eventsec.cli.follow;

import io.eventsec.cli.send.WaitingNotes;
import io.eventsec.cli.terminal.Terminal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a collector says while it runs, and the last of it that was bad. Thread-safe. */
final class Notes {
  private final Terminal terminal;
  private final WaitingNotes waiting;
  private volatile @Nullable Problem last;

  /**
   * Something that went wrong.
   *
   * @param at when
   * @param text what, for people
   */
  record Problem(Instant at, String text) {}

  Notes(Terminal terminal) {
    this.terminal = terminal;
    this.waiting = new WaitingNotes(terminal);
  }

  /** Something worth a line. */
  void say(String text) {
    terminal.clearTransient();
    terminal.note(text);
  }

  /** Something that went wrong. */
  void problem(String text) {
    last = new Problem(Instant.now(), text);
    say("eventsec: " + text);
  }

  /** The server is away or busy. */
  void waiting(String reason) {
    last = new Problem(Instant.now(), "the server takes nothing now: " + reason);
    waiting.waiting(reason);
  }

  Optional<Problem> last() {
    return Optional.ofNullable(last);
  }
}
