package io.eventsec.app.syslog;

import io.eventsec.app.log.SyslogMessages;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what is refused, and logs it: the first of a reason at once, then once a minute at most
 * how many there were, for whoever is refused may try as often as it likes. Safe to share between
 * threads.
 */
final class Refusals {
  private static final Logger LOG = System.getLogger(Refusals.class.getName());
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final Figures figures;
  private final LongSupplier nanoTime;
  private final Map<Refusal, Silence> silences = new EnumMap<>(Refusal.class);

  /** Since when nothing was logged, and how much has come since. */
  private record Silence(long since, long untold) {}

  Refusals(Figures figures) {
    this(figures, System::nanoTime);
  }

  Refusals(Figures figures, LongSupplier nanoTime) {
    this.figures = figures;
    this.nanoTime = nanoTime;
  }

  /**
   * Somebody was refused.
   *
   * @param who an address
   */
  void count(Transport transport, Refusal refusal, String who) {
    figures.of(transport).refused(refusal).increment();
    long count = toTell(refusal);
    if (count > 0) {
      SyslogMessages.REFUSED.log(LOG, count, transport.label() + " from " + who, refusal.reason());
    }
  }

  /** A connection is closed by a defect of ours. */
  void defect(Transport transport, Throwable failure, String who) {
    figures.of(transport).refused(Refusal.DEFECT).increment();
    if (toTell(Refusal.DEFECT) > 0) {
      SyslogMessages.CONNECTION_FAILED.logFailure(LOG, failure, who);
    }
  }

  /** How many are to be told of now; 0 if it is too early. */
  private synchronized long toTell(Refusal refusal) {
    long now = nanoTime.getAsLong();
    Silence before = silences.get(refusal);
    if (before == null || now - before.since() >= PAUSE) {
      silences.put(refusal, new Silence(now, 0));
      return before == null ? 1 : before.untold() + 1;
    }
    silences.put(refusal, new Silence(before.since(), before.untold() + 1));
    return 0;
  }
}
