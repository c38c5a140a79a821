package io.eventsec.app.ingest;

import io.eventsec.app.health.ComponentState;
import io.eventsec.app.health.ComponentState.State;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a node is, in the three words that Elasticsearch has for it. */
enum ElasticHealth {
  /** All is well. */
  GREEN,
  /** Events are taken in; something else does not do its work. */
  YELLOW,
  /** Events are not taken in. */
  RED;

  /** Without these nothing is taken in. */
  private static final Set<String> NEEDED = Set.of("configuration", "database", "schema");

  /** Of a node with such components; one that has not looked at any yet takes nothing in. */
  static ElasticHealth of(List<ComponentState> states) {
    boolean takesIn =
        states.stream()
                .filter(state -> NEEDED.contains(state.name()))
                .filter(ComponentState::ready)
                .count()
            == NEEDED.size();
    if (!takesIn) {
      return RED;
    }
    return states.stream().allMatch(state -> state.state() == State.UP) ? GREEN : YELLOW;
  }

  /** As Elasticsearch spells it. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
