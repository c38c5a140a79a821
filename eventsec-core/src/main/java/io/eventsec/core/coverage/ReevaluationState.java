package io.eventsec.core.coverage;

/** How far a re-evaluation is. */
public enum ReevaluationState {
  /** Nobody has begun. */
  REQUESTED,
  /** A worker does it, or goes on with it as soon as one is there. */
  RUNNING,
  /** All of it is done. */
  DONE,
  /** It cannot go on; what was done stays. */
  FAILED;

  /** True until it is done or has failed. */
  public boolean isOpen() {
    return this == REQUESTED || this == RUNNING;
  }
}
