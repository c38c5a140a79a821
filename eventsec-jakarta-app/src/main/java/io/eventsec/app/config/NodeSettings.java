package io.eventsec.app.config;

import java.time.Duration;
import java.util.List;

/**
 * What this node does, and how long it waits for what it needs.
 *
 * @param role what it does
 * @param gateDeadline how long a call waits for the schema; zero to not wait
 * @param healthDeadline how long a readiness check may take
 */
public record NodeSettings(NodeRole role, Duration gateDeadline, Duration healthDeadline) {
  static final Setting<NodeRole> ROLE =
      new Setting<>(
          "eventsec.role", "what this node does", ValueTypes.oneOf(NodeRole.class), "all");
  static final Setting<Duration> GATE_DEADLINE =
      new Setting<>(
          "eventsec.gate.deadline",
          "how long a call waits for the schema before it fails",
          ValueTypes.duration("PT0S", "PT1H"),
          "PT30S");
  static final Setting<Duration> HEALTH_DEADLINE =
      new Setting<>(
          "eventsec.health.deadline",
          "how long a component may take to say how it is before it counts as down",
          ValueTypes.duration("PT0.1S", "PT10S"),
          "PT3S");
  static final Area AREA =
      new Area(
          "Node",
          """
          All roles are the same application. `migrate` brings the schema up to date and ends, `web` answers calls, `worker`
          reads the journal and runs the timers, `all` does all of that.""",
          List.of(ROLE, GATE_DEADLINE, HEALTH_DEADLINE));

  static NodeSettings of(SettingsReader reader) {
    return new NodeSettings(
        reader.value(ROLE), reader.value(GATE_DEADLINE), reader.value(HEALTH_DEADLINE));
  }
}
