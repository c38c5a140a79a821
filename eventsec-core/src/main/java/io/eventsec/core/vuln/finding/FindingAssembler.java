package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.advisory.CveFacts;
import io.eventsec.core.vuln.advisory.SeverityClaim;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import io.eventsec.core.vuln.risk.RiskFacts;
import io.eventsec.core.vuln.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Makes findings of matches: advisories of the same vulnerability in the same component are one
 * finding, and an advisory about several vulnerabilities is one of each. Thread-safe.
 */
public final class FindingAssembler {
  private static final Comparator<VulnerabilityFinding> WORST_FIRST =
      Comparator.comparing((VulnerabilityFinding finding) -> finding.risk().level())
          .thenComparing(finding -> finding.risk().score())
          .reversed()
          .thenComparing(VulnerabilityFinding::vulnerability)
          .thenComparing(finding -> finding.component().name());

  private final AdvisoryLibrary library;
  private final Map<String, Advisory> scored;
  private final Set<String> rejected;
  private final RiskPolicy policy;

  /**
   * An assembler.
   *
   * @param library what is known of vulnerabilities
   * @param policy judges how dangerous they are
   */
  public FindingAssembler(AdvisoryLibrary library, RiskPolicy policy) {
    this(library, library.scored(), library.rejected(), policy);
  }

  private FindingAssembler(
      AdvisoryLibrary library,
      Map<String, Advisory> scored,
      Set<String> rejected,
      RiskPolicy policy) {
    this.library = library;
    this.scored = scored;
    this.rejected = rejected;
    this.policy = policy;
  }

  /** One that knows the same and judges by another policy. */
  public FindingAssembler by(RiskPolicy other) {
    return other.equals(policy) ? this : new FindingAssembler(library, scored, rejected, other);
  }

  private record Found(SoftwareComponent component, String vulnerability) {}

  /**
   * The findings on one asset, the most dangerous first.
   *
   * @param matches of its components
   * @param criticality of the asset
   * @param exposed true if it can be reached from outside
   */
  public List<VulnerabilityFinding> findings(
      Collection<VulnerabilityMatch> matches, Criticality criticality, boolean exposed) {
    Map<Found, List<VulnerabilityMatch>> found = new LinkedHashMap<>();
    for (VulnerabilityMatch match : matches) {
      for (String vulnerability : match.vulnerabilities()) {
        if (!rejected.contains(vulnerability)) {
          found
              .computeIfAbsent(
                  new Found(match.component(), vulnerability), key -> new ArrayList<>())
              .add(match);
        }
      }
    }
    List<VulnerabilityFinding> findings = new ArrayList<>();
    found.forEach(
        (key, of) -> {
          RiskFacts facts = facts(key.vulnerability, of, criticality, exposed);
          findings.add(
              new VulnerabilityFinding(
                  key.vulnerability, key.component, of, facts, policy.assess(facts)));
        });
    findings.sort(WORST_FIRST);
    return findings;
  }

  private RiskFacts facts(
      String vulnerability,
      List<VulnerabilityMatch> matches,
      Criticality criticality,
      boolean exposed) {
    List<Advisory> said = new ArrayList<>();
    matches.forEach(match -> said.add(match.advisory()));
    Optional.ofNullable(scored.get(vulnerability)).ifPresent(said::add);
    return new RiskFacts(
        cvss(library.severities(vulnerability, said)),
        epss(vulnerability),
        Optional.ofNullable(library.exploited().get(vulnerability)),
        Optional.ofNullable(library.facts().get(vulnerability)).flatMap(CveFacts::ssvc),
        criticality,
        exposed);
  }

  /** What a risk was judged by, with what EPSS and KEV say of the vulnerability here. */
  public RiskFacts rescored(String vulnerability, RiskFacts facts) {
    return facts.withScores(
        epss(vulnerability), Optional.ofNullable(library.exploited().get(vulnerability)));
  }

  private OptionalDouble epss(String vulnerability) {
    return Optional.ofNullable(library.probabilities().get(vulnerability))
        .map(score -> OptionalDouble.of(score.probability()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble cvss(List<SeverityClaim> claims) {
    return ScoredVector.worst(claims)
        .map(worst -> OptionalDouble.of(worst.score()))
        .orElse(OptionalDouble.empty());
  }
}
