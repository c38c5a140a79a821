package io.eventsec.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows what the receivers of syslog have counted. */
@ApplicationScoped
public class SyslogMetrics {
  @Inject Meters meters;

  /** What has come so far one way. */
  public void received(String transport, long connections, long messages, long bytes) {
    meters.set(Measure.SYSLOG_CONNECTIONS, connections, transport);
    meters.follow(Measure.SYSLOG_MESSAGES, messages, transport);
    meters.follow(Measure.SYSLOG_BYTES, bytes, transport);
  }

  /** How many messages were not whole so far. */
  public void incomplete(String transport, String reason, long count) {
    meters.follow(Measure.SYSLOG_INCOMPLETE, count, transport, reason);
  }

  /** How many were refused so far. */
  public void refused(String transport, String reason, long count) {
    meters.follow(Measure.SYSLOG_REFUSED, count, transport, reason);
  }

  /** How many messages are on disk so far, and what waits. */
  public void kept(long messages, long waiting, long waitingBytes) {
    meters.follow(Measure.SYSLOG_KEPT, messages);
    meters.set(Measure.SYSLOG_WAITING, waiting);
    meters.set(Measure.SYSLOG_WAITING_BYTES, waitingBytes);
  }

  /** How many datagrams the kernel has dropped so far. */
  public void dropped(long datagrams) {
    meters.follow(Measure.SYSLOG_DROPPED, datagrams);
  }
}
