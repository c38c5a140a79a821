package io.eventsec.core.sigma.ast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule's {@code detection} section. Immutable.
 *
 * @param searches the search identifiers in the order written, at least one
 * @param conditions the conditions in the order written, at least one; the rule fires if any of
 *     them is true
 */
public record SigmaDetection(Map<String, Search> searches, List<Condition> conditions) {
  /** Copies both, keeping the order. */
  public SigmaDetection {
    searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
    conditions = List.copyOf(conditions);
  }

  /** Every detection item, in the order written. */
  public Stream<DetectionItem> items() {
    return searches.values().stream().flatMap(Search::items);
  }

  /** The placeholders that have no values, in the order written; empty for nearly every rule. */
  public Set<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    items()
        .flatMap(item -> item.values().stream())
        .flatMap(value -> value.tests().stream())
        .forEach(
            test -> {
              if (test instanceof ValueTest.Placeholder open) {
                names.addAll(open.names());
              }
            });
    return names;
  }
}
