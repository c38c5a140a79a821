package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * The policy that is in force for a tenant.
 *
 * @param policy which
 * @param revision how often the tenant has chosen, 0 if never
 * @param chosen by whom, when and why; empty if nobody has chosen
 */
public record RiskPolicyChoice(RiskPolicy policy, int revision, Optional<Chosen> chosen) {
  /** Of who has never chosen. */
  static final RiskPolicyChoice NONE =
      new RiskPolicyChoice(RiskPolicy.DEFAULT, 0, Optional.empty());

  /**
   * Who chose it.
   *
   * @param by who
   * @param at when
   * @param reason why
   */
  public record Chosen(UserRef by, Instant at, String reason) {}
}
