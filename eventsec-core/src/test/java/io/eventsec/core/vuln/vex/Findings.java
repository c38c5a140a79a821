package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryTimes;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.match.MatchReason;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.risk.RiskFacts;
import io.eventsec.core.vuln.risk.RiskPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Findings and inventories for tests. */
public final class Findings {
  private Findings() {}

  /** A component by a package URL or a CPE name. */
  public static SoftwareComponent component(String name) {
    return name.startsWith("pkg:")
        ? SoftwareComponent.of(PackageUrl.parse(name))
        : SoftwareComponent.of(CpeName.parse(name));
  }

  /** What is on the asset {@code host}. */
  public static SoftwareInventory inventory(SoftwareComponent... components) {
    return new SoftwareInventory("host", Optional.empty(), Arrays.asList(components), List.of());
  }

  /** A vulnerability in a component that an advisory with those aliases tells of. */
  public static VulnerabilityFinding of(
      String vulnerability, SoftwareComponent component, String advisory, String... aliases) {
    Advisory told =
        new Advisory(
            advisory,
            "test",
            Set.of(aliases),
            Set.of(),
            AdvisoryTimes.UNKNOWN,
            "What " + advisory + " says",
            List.of(),
            List.of(),
            List.of());
    RiskFacts facts =
        new RiskFacts(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            Criticality.MEDIUM,
            false);
    return new VulnerabilityFinding(
        vulnerability,
        component,
        List.of(
            new VulnerabilityMatch(
                component,
                told,
                new MatchReason.Listed(
                    PackageKey.of("npm", component.name()), component.version()))),
        facts,
        RiskPolicy.DEFAULT.assess(facts));
  }
}
