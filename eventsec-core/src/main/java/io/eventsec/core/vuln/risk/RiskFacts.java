package io.eventsec.core.vuln.risk;

import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.advisory.KnownExploited;
import io.eventsec.core.vuln.advisory.Ssvc;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a vulnerability on an asset. What nobody says is empty, and counts as nothing.
 *
 * @param cvss a score of CVSS, 0 to 10
 * @param epss the probability of EPSS, 0 to 1
 * @param exploited its entry among those that are known to be exploited
 * @param ssvc CISA's answers
 * @param criticality of the asset
 * @param exposed true if the asset can be reached from outside
 */
public record RiskFacts(
    OptionalDouble cvss,
    OptionalDouble epss,
    Optional<KnownExploited> exploited,
    Optional<Ssvc> ssvc,
    Criticality criticality,
    boolean exposed) {

  /** The decision of CISA's tree for the asset; empty if there are no answers. */
  public Optional<SsvcDecision> decision() {
    return ssvc.map(answers -> SsvcDecision.of(answers, criticality));
  }

  /** The same on an asset of that criticality. */
  public RiskFacts withAsset(Criticality other) {
    return new RiskFacts(cvss, epss, exploited, ssvc, other, exposed);
  }

  /** The same with other scores of EPSS and another entry among those that are exploited. */
  public RiskFacts withScores(OptionalDouble probability, Optional<KnownExploited> entry) {
    return new RiskFacts(cvss, probability, entry, ssvc, criticality, exposed);
  }
}
