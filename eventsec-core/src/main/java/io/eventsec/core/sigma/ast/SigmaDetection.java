package io.eventsec.core.sigma.ast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
}
