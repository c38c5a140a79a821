package io.eventsec.app.health;

import io.eventsec.app.syslog.SyslogReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Whether syslog is received where it should be; a port that is closed is no reason to send a node
 * no calls.
 */
@ApplicationScoped
public class SyslogCheck {
  @Inject SyslogReceiver receiver;

  Component.Finding check() {
    return receiver.enabled()
        ? finding(receiver.problems(), receiver.ports())
        : Component.Finding.up(
            "This node receives none: no EVENTSEC_SYSLOG_..._PORT is given, or its role answers no calls.");
  }

  static Component.Finding finding(List<String> problems, Map<String, String> ports) {
    return new Component.Finding(
        problems.isEmpty() ? ComponentState.State.UP : ComponentState.State.DEGRADED,
        String.join(" ", problems),
        ports);
  }
}
