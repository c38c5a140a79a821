package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of a policy.
 *
 * @param policy what it says
 * @param reason why it was made; empty of the built-in one
 * @param created by whom and when; empty of the built-in one
 */
public record RiskPolicyRecord(RiskPolicy policy, String reason, Optional<Created> created) {
  /** The one that is built in. */
  public static final RiskPolicyRecord BUILT_IN =
      new RiskPolicyRecord(RiskPolicy.DEFAULT, "", Optional.empty());

  /**
   * Who made it.
   *
   * @param by who
   * @param at when
   */
  public record Created(UserRef by, Instant at) {}
}
