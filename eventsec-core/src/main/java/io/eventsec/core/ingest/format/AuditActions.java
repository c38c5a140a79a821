package io.eventsec.core.ingest.format;

import io.eventsec.core.internal.JarText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What audit records and system calls are about: {@code event.action}, {@code event.category} and
 * {@code event.type}, read from a table with lines of
 *
 * <pre>
 * action : categories : types : names of record types or system calls
 * </pre>
 */
final class AuditActions {
  private static final Map<String, Action> ACTIONS = read();
  private static final Action UNKNOWN = new Action("", List.of("process"), List.of("info"));

  private AuditActions() {}

  /** What one thing is about. */
  record Action(String name, List<String> categories, List<String> types) {}

  private static Map<String, Action> read() {
    Map<String, Action> actions = new HashMap<>();
    for (String line : JarText.read(AuditActions.class, "auditd-actions.table").lines().toList()) {
      String[] parts = line.split(" : ", 4);
      if (!line.startsWith("#") && parts.length == 4) {
        Action action = new Action(parts[0].strip(), words(parts[1]), words(parts[2]));
        words(parts[3]).forEach(name -> actions.put(name, action));
      }
    }
    return Collections.unmodifiableMap(actions);
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }

  /** All that the table knows. */
  static Collection<Action> all() {
    return ACTIONS.values();
  }

  /** Sets what a record is about, and the system call that led to it. */
  static void write(String type, Optional<String> call, EcsWriter out) {
    Action byType = ACTIONS.getOrDefault(type, UNKNOWN);
    Action byCall = call.map(name -> ACTIONS.getOrDefault(name, UNKNOWN)).orElse(byType);
    Set<String> categories = new LinkedHashSet<>(byType.categories());
    Set<String> types = new LinkedHashSet<>(byType.types());
    if (byType == UNKNOWN && byCall != UNKNOWN) {
      categories.clear();
      types.clear();
    }
    categories.addAll(byCall.categories());
    types.addAll(byCall.types());
    out.put("event.category", new ArrayList<>(categories));
    out.put("event.type", new ArrayList<>(types));
    String action = byType.name().isEmpty() ? byCall.name() : byType.name();
    out.put("event.action", action.isEmpty() ? call.orElse(null) : action);
  }
}
