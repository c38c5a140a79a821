package io.eventsec.core.vuln.feed;

import io.eventsec.core.event.Sha256;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.finding.FindingAssembler;
import io.eventsec.core.vuln.finding.VulnerabilityCatalogue;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.match.AdvisoryIndex;
import io.eventsec.core.vuln.risk.RiskPolicy;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * All feeds that are in force, made ready to match inventories against. Immutable and thread-safe.
 *
 * @param digest of the versions of the feeds: equal ones find the same
 * @param complete false if a feed that is in force could not be had, so that what is not found may
 *     be there all the same
 * @param index matches components
 * @param assembler makes findings of matches
 * @param catalogue what is known of vulnerabilities
 */
public record MatchingLibrary(
    String digest,
    boolean complete,
    AdvisoryIndex index,
    FindingAssembler assembler,
    VulnerabilityCatalogue catalogue) {
  /** Changes when matching finds something else in the same feeds, or keeps more of it. */
  private static final int EDITION = 5;

  /** A library of advisories. */
  public static MatchingLibrary of(String digest, boolean complete, AdvisoryLibrary read) {
    AdvisoryLibrary library = read.joined();
    return new MatchingLibrary(
        digest,
        complete,
        AdvisoryIndex.of(library.advisories()),
        new FindingAssembler(library, RiskPolicy.DEFAULT),
        VulnerabilityCatalogue.of(library));
  }

  /**
   * The same library as far as it is about some vulnerabilities: of these, and of no others, it
   * finds all.
   */
  public MatchingLibrary about(Set<String> vulnerabilities) {
    Set<Advisory> some = Collections.newSetFromMap(new IdentityHashMap<>());
    vulnerabilities.forEach(id -> some.addAll(catalogue.about(id)));
    return new MatchingLibrary(digest, complete, index.only(some), assembler, catalogue);
  }

  /** The digest of what is in force by these standings; in hexadecimal digits. */
  public static String digest(Collection<FeedStanding> standings) {
    MessageDigest digest = Sha256.start();
    Sha256.add(digest, Integer.toString(EDITION));
    standings.stream()
        .filter(standing -> !standing.digest().isEmpty())
        .sorted(Comparator.comparing(FeedStanding::name))
        .forEach(standing -> Sha256.add(digest, standing.name() + ' ' + standing.digest()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * What is found on an asset, the most dangerous first.
   *
   * @param criticality of the asset
   * @param policy by which risk is judged
   */
  public List<VulnerabilityFinding> find(
      Collection<SoftwareComponent> components, Criticality criticality, RiskPolicy policy) {
    return find(components, components, criticality, policy);
  }

  /**
   * What is found in some components of an asset.
   *
   * @param some that are asked about
   * @param asset all of it that have CPE names, at least
   * @param criticality of the asset
   * @param policy by which risk is judged
   */
  public List<VulnerabilityFinding> find(
      Collection<SoftwareComponent> some,
      Collection<SoftwareComponent> asset,
      Criticality criticality,
      RiskPolicy policy) {
    return assembler.by(policy).findings(index.match(some, asset), criticality, false);
  }
}
