package io.eventsec.app.syslog;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What is counted while syslog is received. Safe to share between threads. */
final class Figures {
  private final Map<Transport, OfTransport> transports = new EnumMap<>(Transport.class);

  /** Messages that are on disk. */
  final LongAdder kept = new LongAdder();

  /** Messages that were given up when the server stopped. */
  final LongAdder lost = new LongAdder();

  Figures() {
    for (Transport transport : Transport.values()) {
      transports.put(transport, new OfTransport());
    }
  }

  /** Those of one way. */
  OfTransport of(Transport transport) {
    return Objects.requireNonNull(transports.get(transport));
  }

  /** What one way of sending has brought. */
  static final class OfTransport {
    /** Connections that are open. */
    final AtomicLong connections = new AtomicLong();

    /** Messages that were read and handed on. */
    final LongAdder messages = new LongAdder();

    /** Bytes that were read. */
    final LongAdder bytes = new LongAdder();

    /** Messages that were cut off. */
    final LongAdder tooLong = new LongAdder();

    /** Messages that ended with their connection. */
    final LongAdder cutShort = new LongAdder();

    private final Map<Refusal, LongAdder> refusals = new EnumMap<>(Refusal.class);

    OfTransport() {
      for (Refusal refusal : Refusal.values()) {
        refusals.put(refusal, new LongAdder());
      }
    }

    /** How often that was refused. */
    LongAdder refused(Refusal refusal) {
      return Objects.requireNonNull(refusals.get(refusal));
    }
  }
}
