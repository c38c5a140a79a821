package io.eventsec.app.syslog;

import io.eventsec.app.config.SyslogSettings;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many connections are open, in all and of each address. Safe to share between threads. */
final class Connections {
  private final int most;
  private final int mostEach;
  private final Map<InetAddress, Integer> each = new HashMap<>();
  private int all;

  Connections(SyslogSettings.Limits limits) {
    this.most = limits.connections();
    this.mostEach = limits.connectionsEach();
  }

  /** One more, to be given back by {@link #leave}; or why it may not be. */
  synchronized Optional<Refusal> enter(InetAddress address) {
    if (all >= most) {
      return Optional.of(Refusal.CONNECTIONS);
    }
    if (each.getOrDefault(address, 0) >= mostEach) {
      return Optional.of(Refusal.CONNECTIONS_EACH);
    }
    all++;
    each.merge(address, 1, Integer::sum);
    return Optional.empty();
  }

  /** One is gone that was let in. */
  synchronized void leave(InetAddress address) {
    all--;
    each.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }
}
