package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.advisory.SeverityClaim;
import io.eventsec.core.vuln.cvss.CvssVector;
import java.util.Collection;
import java.util.Optional;

/**
 * A vector of CVSS and its score.
 *
 * @param score 0 to 10
 */
record ScoredVector(CvssVector vector, double score) {

  /** Of the newest version of CVSS that somebody used the highest score. */
  static Optional<ScoredVector> worst(Collection<SeverityClaim> claims) {
    Optional<ScoredVector> worst = Optional.empty();
    for (SeverityClaim claim : claims) {
      Optional<ScoredVector> one = of(claim.text());
      if (one.isPresent() && (worst.isEmpty() || one.get().isWorse(worst.get()))) {
        worst = one;
      }
    }
    return worst;
  }

  /** Sources give words too, which are no vectors. */
  private static Optional<ScoredVector> of(String text) {
    try {
      CvssVector vector = CvssVector.parse(text);
      return Optional.of(new ScoredVector(vector, vector.scores().overall()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isWorse(ScoredVector other) {
    int newer = vector.version().compareTo(other.vector.version());
    int higher = newer != 0 ? newer : Double.compare(score, other.score);
    // Of equal ones always the same, in whatever order they are said.
    return higher != 0 ? higher > 0 : vector.toString().compareTo(other.vector.toString()) < 0;
  }
}
