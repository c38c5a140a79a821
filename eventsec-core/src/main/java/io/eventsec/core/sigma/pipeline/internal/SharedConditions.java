package io.eventsec.core.sigma.pipeline.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The conditions that may be asked of rules, items and fields alike. */
final class SharedConditions {
  private SharedConditions() {}

  /** Those and the given ones. */
  static <T extends Subject> Map<String, Function<Parameters, Predicate<T>>> and(
      Map<String, Function<Parameters, Predicate<T>>> others) {
    Map<String, Function<Parameters, Predicate<T>>> all = new HashMap<>(others);
    all.put("processing_item_applied", SharedConditions::itemApplied);
    all.put("processing_state", SharedConditions::state);
    return Map.copyOf(all);
  }

  private static <T extends Subject> Predicate<T> itemApplied(Parameters parameters) {
    String id = parameters.text("processing_item_id");
    return subject -> subject.wasChangedBy(id);
  }

  private static <T extends Subject> Predicate<T> state(Parameters parameters) {
    String key = parameters.text("key");
    Comparison comparison = Comparison.of(parameters, "val");
    return subject -> {
      String value = subject.run().state().get(key);
      return value != null && comparison.holds(value);
    };
  }
}
