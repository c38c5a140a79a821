package io.eventsec.app.health;

import java.util.Map;

/** Something the application needs, which can say how it is. */
interface Component {
  /** Its name. */
  String name();

  /** Looks. May take its time and may throw: whoever asks has a deadline and takes it as down. */
  Finding check();

  /**
   * What a check found.
   *
   * @param state how it is
   * @param reason why, for people
   * @param details figures by name
   */
  record Finding(ComponentState.State state, String reason, Map<String, String> details) {
    static Finding up(String reason) {
      return new Finding(ComponentState.State.UP, reason, Map.of());
    }

    static Finding down(String reason) {
      return new Finding(ComponentState.State.DOWN, reason, Map.of());
    }
  }
}
