package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules that one logsource leads to, by a field that each of them needs. Immutable. */
final class Route {
  private final List<CompiledRule> always = new ArrayList<>();
  private final int[] fields;
  private final List<List<CompiledRule>> byField = new ArrayList<>();

  Route(List<CompiledRule> rules, int fieldCount) {
    @Nullable List<CompiledRule>[] groups = groups(rules, fieldCount);
    int[] used = new int[fieldCount];
    for (int field = 0; field < fieldCount; field++) {
      List<CompiledRule> group = groups[field];
      if (group != null) {
        used[byField.size()] = field;
        byField.add(group);
      }
    }
    fields = java.util.Arrays.copyOf(used, byField.size());
  }

  private @Nullable List<CompiledRule>[] groups(List<CompiledRule> rules, int fieldCount) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Nullable List<CompiledRule>[] groups = new List[fieldCount];
    for (CompiledRule rule : rules) {
      int field = rule.rarestField();
      if (field == Predicate.NO_FIELD) {
        always.add(rule);
      } else {
        List<CompiledRule> group = groups[field];
        if (group == null) {
          group = new ArrayList<>();
          groups[field] = group;
        }
        group.add(rule);
      }
    }
    return groups;
  }

  /** Hands out the rules that this event may match. */
  void candidates(EventView view, Consumer<CompiledRule> sink) {
    for (int i = 0; i < always.size(); i++) {
      sink.accept(always.get(i));
    }
    for (int i = 0; i < fields.length; i++) {
      if (view.has(fields[i])) {
        byField.get(i).forEach(sink);
      }
    }
  }
}
