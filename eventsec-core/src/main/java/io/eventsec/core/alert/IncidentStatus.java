package io.eventsec.core.alert;

import java.util.Set;

/** Where an incident stands, and where it may go from there. */
public enum IncidentStatus {
  /** Nobody works on it yet. */
  OPEN,
  /** Somebody works on it. */
  IN_PROGRESS,
  /** It waits for somebody outside. */
  ON_HOLD,
  /** It is done with; it can be taken up again. */
  CLOSED;

  /**
   * True if an incident that stands here may stand there next. Whoever takes a closed one up again
   * works on it, and what somebody has begun with is not untouched again.
   */
  public boolean mayBecome(IncidentStatus next) {
    return next().contains(next);
  }

  /** Where it may go from here; never here itself. */
  public Set<IncidentStatus> next() {
    return switch (this) {
      case OPEN -> Set.of(IN_PROGRESS, ON_HOLD, CLOSED);
      case IN_PROGRESS -> Set.of(ON_HOLD, CLOSED);
      case ON_HOLD -> Set.of(IN_PROGRESS, CLOSED);
      case CLOSED -> Set.of(IN_PROGRESS);
    };
  }
}
