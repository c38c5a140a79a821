package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Limits;
import java.util.UUID;

/**
 * Who does something about policies, and why.
 *
 * @param tenant whose policies
 * @param user who does it
 * @param reason why, 1 to 1,000 characters
 */
public record RiskPolicyChange(Tenant tenant, UUID user, String reason) {
  private static final int MOST = 1_000;

  /**
   * Checks the reason.
   *
   * @throws IllegalArgumentException if it is empty or too long
   */
  public RiskPolicyChange {
    reason = reason.strip();
    Limits.length("A reason", reason, 1, MOST);
  }
}
