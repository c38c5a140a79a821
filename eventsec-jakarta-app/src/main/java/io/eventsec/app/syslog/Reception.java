package io.eventsec.app.syslog;

import io.eventsec.core.ingest.syslog.SyslogFrame;

/**
 * What all connections share.
 *
 * @param longest the most bytes of a message
 * @param senders who may send
 * @param lanes where messages go
 * @param figures what is counted
 * @param refusals what is refused
 */
record Reception(int longest, Senders senders, Lanes lanes, Figures figures, Refusals refusals) {

  /** A message was read. */
  void count(Transport transport, SyslogFrame frame) {
    Figures.OfTransport counted = figures.of(transport);
    counted.messages.increment();
    switch (frame.flaw()) {
      case TOO_LONG -> counted.tooLong.increment();
      case CUT_SHORT -> counted.cutShort.increment();
      case NONE -> {}
    }
  }
}
