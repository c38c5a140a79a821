package io.eventsec.app.health;

import io.eventsec.app.health.ComponentState.State;
import io.eventsec.app.ingest.ElasticHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** How this node is for those who send events to it. */
@ApplicationScoped
public class IntakeHealth implements ElasticHealth.Source {
  /** Without these nothing is taken in. */
  private static final Set<String> NEEDED = Set.of("configuration", "database", "schema");

  @Inject Readiness readiness;

  @Override
  public ElasticHealth now() {
    return of(readiness.states());
  }

  /** Of a node with such components; one that has not looked at any yet takes nothing in. */
  static ElasticHealth of(List<ComponentState> states) {
    boolean takesIn =
        states.stream()
                .filter(state -> NEEDED.contains(state.name()))
                .filter(ComponentState::ready)
                .count()
            == NEEDED.size();
    if (!takesIn) {
      return ElasticHealth.RED;
    }
    return states.stream().allMatch(state -> state.state() == State.UP)
        ? ElasticHealth.GREEN
        : ElasticHealth.YELLOW;
  }
}
