package io.eventsec.core.detect.internal;

import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.vuln.finding.FindingEvents;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an event tells about where it comes from. Immutable; equal ones lead to the same rules. */
sealed interface EventLogsource {

  /** True if a rule about that logsource is to be tried. */
  default boolean leadsTo(Logsource rule) {
    return !rule.isOwn() && agrees(rule);
  }

  /** True if nothing that is told speaks against a rule about that logsource. */
  boolean agrees(Logsource rule);

  /**
   * That of what this installation tells of itself: only rules about just that are tried, and those
   * on nothing else.
   *
   * @param logsource {@link Logsource#ALERTS} or {@link Logsource#FINDINGS}
   */
  record Own(Logsource logsource) implements EventLogsource {
    static final Own ALERT = new Own(Logsource.ALERTS);
    private static final Own FINDING = new Own(Logsource.FINDINGS);

    @Override
    public boolean leadsTo(Logsource rule) {
      return rule.isOwn() && rule.isOfFindings() == logsource.isOfFindings() && agrees(rule);
    }

    @Override
    public boolean agrees(Logsource rule) {
      return rule.covers(logsource);
    }
  }

  static EventLogsource of(Event event, LogsourceRouting routing) {
    if (event.source().equals(FindingEvents.SOURCE)) {
      return Own.FINDING;
    }
    return switch (routing) {
      case BY_MODULE -> OfModule.of(event);
      case BY_FIELDS -> OfFields.of(event);
      case NONE -> OfModule.UNTOLD;
    };
  }

  /**
   * By ECS.
   *
   * @param module its {@code event.module}; empty if it has none
   * @param dataset its {@code event.dataset}; empty if it has none
   * @param code of an event of Windows its {@code event.code}, if categories go by it; else empty
   */
  record OfModule(String module, String dataset, String code) implements EventLogsource {
    private static final String WINDOWS = "windows";
    private static final OfModule UNTOLD = new OfModule("", "", "");

    /** The modules whose datasets are known well enough to pass a rule over. */
    private static final Set<String> KNOWN_MODULES = Set.of("aws", "suricata", WINDOWS, "zeek");

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

    private static OfModule of(Event event) {
      if (event.ecsFields().get("event.module") instanceof String module
          && KNOWN_MODULES.contains(module)) {
        String dataset = text(event, "event.dataset");
        String code = module.equals(WINDOWS) ? text(event, "event.code") : "";
        return new OfModule(module, dataset, WindowsLogsources.isKnown(dataset, code) ? code : "");
      }
      return UNTOLD;
    }

    private static String text(Event event, String field) {
      return event.ecsFields().get(field) instanceof String text ? text : "";
    }

    @Override
    public boolean agrees(Logsource rule) {
      return module.isEmpty()
          || (rule.product().map(module::equals).orElse(true)
              && rule.service().map(this::isService).orElse(true)
              && rule.category().map(this::isCategory).orElse(true));
    }

    private boolean isService(String service) {
      return dataset.isEmpty()
          || dataset.equals(module + '.' + service)
          // A log that nobody has a name for may be the one that the rule means.
          || dataset.equals(WINDOWS) && !WindowsLogsources.isLog(service);
    }

    private boolean isCategory(String category) {
      if (module.equals(WINDOWS)) {
        return WindowsLogsources.agrees(dataset, code, category);
      }
      return dataset.isEmpty() || CATEGORIES.getOrDefault(dataset, Set.of()).contains(category);
    }
  }

  /**
   * By the sender's fields.
   *
   * @param product as the sender has it; empty if it has none, as are the others
   */
  record OfFields(String product, String category, String service) implements EventLogsource {
    private static OfFields of(Event event) {
      return new OfFields(text(event, "product"), text(event, "category"), text(event, "service"));
    }

    private static String text(Event event, String field) {
      return event.nativeFields().get(field) instanceof String text ? text : "";
    }

    @Override
    public boolean agrees(Logsource rule) {
      return agrees(product, rule.product())
          && agrees(category, rule.category())
          && agrees(service, rule.service());
    }

    private static boolean agrees(String told, Optional<String> wanted) {
      return told.isEmpty()
          || wanted.isEmpty()
          || wanted.get().equals(told.toLowerCase(Locale.ROOT));
    }
  }
}
