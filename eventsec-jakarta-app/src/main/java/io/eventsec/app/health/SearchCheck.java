package io.eventsec.app.health;

import io.eventsec.search.OpenSearchHealth;
import io.eventsec.search.SearchHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** How OpenSearch is: reachable, writable, with its templates in place. */
@ApplicationScoped
public class SearchCheck {
  private static final Duration DEADLINE = Duration.ofMillis(2500);

  @Inject OpenSearchHealth health;

  Component.Finding check() {
    SearchHealth found = health.check(DEADLINE);
    ComponentState.State state =
        switch (found.state()) {
          case UP -> ComponentState.State.UP;
          case DEGRADED -> ComponentState.State.DEGRADED;
          case DOWN -> ComponentState.State.DOWN;
        };
    return new Component.Finding(
        state, found.reason(), Map.of("clusterStatus", found.clusterStatus()));
  }
}
