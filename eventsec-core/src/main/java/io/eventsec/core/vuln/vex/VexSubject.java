package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What statements can be about: a vulnerability in a component. Immutable and thread-safe.
 *
 * @param vulnerability the id that a person sees
 * @param names of the vulnerability besides, and of advisories that are about it, perhaps with
 *     others: a statement may use each of them
 * @param aliases those that mean it and nothing else, in order
 * @param summary a line for people; may be empty
 * @param component what it is in
 */
public record VexSubject(
    String vulnerability,
    Set<String> names,
    Set<String> aliases,
    String summary,
    SoftwareComponent component) {
  /** Copies the sets. */
  public VexSubject {
    names = Set.copyOf(names);
    aliases = new LinkedHashSet<>(aliases);
  }

  /** That of a finding. */
  public static VexSubject of(VulnerabilityFinding finding) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> aliases = new LinkedHashSet<>();
    for (Advisory advisory : finding.advisories()) {
      names.add(advisory.id());
      // One of several vulnerabilities is no other name of this one.
      if (advisory.vulnerabilities().size() == 1) {
        aliases.add(advisory.id());
        aliases.addAll(advisory.aliases());
      }
    }
    names.addAll(aliases);
    aliases.remove(finding.vulnerability());
    return new VexSubject(
        finding.vulnerability(), names, aliases, finding.summary(), finding.component());
  }

  /** All its names as keys, that which a person sees first. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(VexVulnerability.key(vulnerability));
    names.forEach(name -> keys.add(VexVulnerability.key(name)));
    return keys;
  }
}
