package io.eventsec.app.worker;

import java.time.Instant;
import java.util.Optional;

/**
 * A loop at some moment.
 *
 * @param name which
 * @param phase what it does
 * @param since when the phase began
 * @param lastError why the last step failed; empty while steps succeed
 */
public record LoopState(String name, Phase phase, Instant since, Optional<String> lastError) {

  /** What a loop does. */
  public enum Phase {
    /** It has not begun. */
    STARTING,
    /** There is nothing to do. */
    IDLE,
    /** Another node does it; this one stands by. */
    ELSEWHERE,
    /** It works through what there is. */
    WORKING,
    /** A server that it needs is away; it tries again. */
    WAITING,
    /** A step fails for another reason; it tries again. */
    FAILING,
    /** It has ended. */
    STOPPED
  }

  /** True unless its steps fail. */
  public boolean healthy() {
    return phase != Phase.WAITING && phase != Phase.FAILING;
  }

  LoopState in(Phase next, Optional<String> error) {
    return new LoopState(name, next, next == phase ? since : Instant.now(), error);
  }
}
