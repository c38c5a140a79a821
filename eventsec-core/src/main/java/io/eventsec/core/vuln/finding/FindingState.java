package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.FindingStatus;
import java.util.Optional;

/**
 * Where a finding stands, with what that needs. Immutable and thread-safe.
 *
 * @param acceptance there if, and only if, it is {@link FindingStatus#ACCEPTED}
 */
public record FindingState(FindingStatus status, Optional<RiskAcceptance> acceptance) {
  /** Where each finding begins. */
  public static final FindingState OPEN = of(FindingStatus.OPEN);

  /**
   * Checks that an acceptance is there where one belongs.
   *
   * @throws IllegalArgumentException if it is missing, or there without need
   */
  public FindingState {
    if (acceptance.isPresent() != (status == FindingStatus.ACCEPTED)) {
      throw new IllegalArgumentException(
          status
              + (acceptance.isPresent() ? " with an acceptance" : " without an acceptance")
              + "; ACCEPTED has owner, reason and expiry, and nothing else has");
    }
  }

  /**
   * A state that needs nothing.
   *
   * @throws IllegalArgumentException for ACCEPTED
   */
  public static FindingState of(FindingStatus status) {
    return new FindingState(status, Optional.empty());
  }

  /** Accepted, by those terms. */
  public static FindingState accepted(RiskAcceptance acceptance) {
    return new FindingState(FindingStatus.ACCEPTED, Optional.of(acceptance));
  }
}
