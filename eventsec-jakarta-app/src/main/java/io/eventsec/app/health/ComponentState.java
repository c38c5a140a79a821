package io.eventsec.app.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A component at some moment.
 *
 * @param name which
 * @param state how it is
 * @param reason why, for people; empty if there is nothing to say
 * @param since when this node first saw it so
 * @param took how long the check took, or had taken when its time was over
 * @param details figures by name
 */
public record ComponentState(
    String name,
    State state,
    String reason,
    Instant since,
    Duration took,
    Map<String, String> details) {

  /** How a component is. */
  public enum State {
    /** It does its work. */
    UP,
    /** It does its work, and something is not as it should be. */
    DEGRADED,
    /** It does not do its work. */
    DOWN;

    /** As the API spells it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** True unless it is down. */
  public boolean ready() {
    return state != State.DOWN;
  }

  ComponentState since(Instant instant) {
    return new ComponentState(name, state, reason, instant, took, details);
  }
}
