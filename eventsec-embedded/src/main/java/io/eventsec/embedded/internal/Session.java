package io.eventsec.embedded.internal;

import java.util.List;

/**
 * A session of its own for a child, so that Ctrl-C in the terminal reaches the launcher alone and
 * the launcher stops its servers in order.
 */
enum Session {
  /** Linux, from util-linux or busybox. */
  SETSID(List.of("setsid")),
  /** macOS has no setsid program, and always has Perl. */
  PERL(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!;")),
  /** The child shares the terminal; the supervising shell ignores its signals. */
  SHARED(List.of());

  private final List<String> prefix;

  Session(List<String> prefix) {
    this.prefix = prefix;
  }

  /** What to put before a command; it replaces itself by the command, so the process id stays. */
  static List<String> prefix() {
    return Holder.BEST.prefix;
  }

  private static Session best() {
    if (Commands.succeeds(List.of("setsid", "true"))) {
      return SETSID;
    }
    return Commands.succeeds(List.of("perl", "-MPOSIX", "-e", "1")) ? PERL : SHARED;
  }

  private static final class Holder {
    static final Session BEST = best();
  }
}
