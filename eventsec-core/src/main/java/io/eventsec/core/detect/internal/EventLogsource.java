package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.Logsource;
import java.util.Map;
import java.util.Set;

/**
 * What an event tells about where it comes from.
 *
 * @param module its {@code event.module}; empty if it has none
 * @param dataset its {@code event.dataset}; empty if it has none
 */
record EventLogsource(String module, String dataset) {
  private static final EventLogsource UNTOLD = new EventLogsource("", "");

  /** The modules whose datasets are known well enough to pass a rule over. */
  private static final Set<String> KNOWN_MODULES = Set.of("suricata", "zeek");

  private static final Set<String> FLOWS = Set.of("firewall", "network_connection");
  private static final Set<String> NAMES = Set.of("dns");
  private static final Set<String> WEB = Set.of("proxy", "webserver");

  private static final Map<String, Set<String>> CATEGORIES =
      Map.of(
          "zeek.conn", FLOWS,
          "zeek.dns", NAMES,
          "zeek.http", WEB,
          "suricata.flow", FLOWS,
          "suricata.netflow", FLOWS,
          "suricata.drop", FLOWS,
          "suricata.dns", NAMES,
          "suricata.http", WEB);

  static EventLogsource of(Event event) {
    if (event.ecsFields().get("event.module") instanceof String module
        && KNOWN_MODULES.contains(module)) {
      return new EventLogsource(
          module, event.ecsFields().get("event.dataset") instanceof String dataset ? dataset : "");
    }
    return UNTOLD;
  }

  /** True if a rule about that logsource is to be tried. */
  boolean agrees(Logsource rule) {
    return module.isEmpty()
        || (rule.product().map(module::equals).orElse(true)
            && rule.service().map(this::isService).orElse(true)
            && rule.category().map(this::isCategory).orElse(true));
  }

  private boolean isService(String service) {
    return dataset.isEmpty() || dataset.equals(module + '.' + service);
  }

  private boolean isCategory(String category) {
    return dataset.isEmpty() || CATEGORIES.getOrDefault(dataset, Set.of()).contains(category);
  }
}
