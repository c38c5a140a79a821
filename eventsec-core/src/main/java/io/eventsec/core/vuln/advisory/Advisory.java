package io.eventsec.core.vuln.advisory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What one source says of one vulnerability, or of several that one update mends. Immutable and
 * thread-safe.
 *
 * @param id of the source: {@code GHSA-jfh8-c2jp-5v3q}, {@code DSA-5379-1}, {@code CVE-2021-44228}
 * @param source the feed that it is from, 1 to 100 characters
 * @param aliases other ids of the same vulnerability
 * @param mends ids of the vulnerabilities that an update of a distribution mends
 * @param summary a line for people; may be empty
 * @param severities what is said of all packages
 * @param packages by names of ecosystems
 * @param configurations by CPE names; one that holds is enough
 */
public record Advisory(
    String id,
    String source,
    Set<String> aliases,
    Set<String> mends,
    AdvisoryTimes times,
    String summary,
    List<SeverityClaim> severities,
    List<AffectedPackage> packages,
    List<CpeConfiguration> configurations) {
  private static final String CVE = "CVE-";
  private static final Pattern PLAIN_UPDATE =
      Pattern.compile("(?:AL|RH|RL|CE)[BE]A-|(?:open)?SUSE-[RFO]U-");

  /** Copies the collections. */
  public Advisory {
    aliases = Set.copyOf(aliases);
    mends = Set.copyOf(mends);
    severities = List.copyOf(severities);
    packages = List.copyOf(packages);
    configurations = List.copyOf(configurations);
  }

  /**
   * True if it tells of an update that mends faults or brings something new, and of no
   * vulnerability: distributions publish those of Red Hat's kinds ({@code ALBA}, {@code RHEA}) and
   * of SUSE's ({@code SUSE-RU}) in one feed with the others.
   */
  public boolean isPlainUpdate() {
    return PLAIN_UPDATE.matcher(id).lookingAt() && vulnerabilities().equals(Set.of(id));
  }

  /** What tells it from all others: source and id. */
  public String key() {
    return source + ' ' + id;
  }

  /** True if its source took it back. */
  public boolean isWithdrawn() {
    return times.withdrawn().isPresent();
  }

  /**
   * The vulnerabilities that a person sees, in order: those with a number of CVE among its own id,
   * its aliases, or what it mends; the id itself if none has.
   */
  public Set<String> vulnerabilities() {
    Set<String> found = new TreeSet<>();
    if (id.startsWith(CVE)) {
      found.add(id);
    }
    addCves(aliases, found);
    if (found.isEmpty()) {
      addCves(mends, found);
    }
    if (found.isEmpty()) {
      found.add(id);
    }
    return found;
  }

  private static void addCves(Set<String> ids, Set<String> found) {
    for (String one : ids) {
      if (one.startsWith(CVE)) {
        found.add(one);
      } else {
        // Debian, Ubuntu and Alpine put their name before it: DEBIAN-CVE-2024-1234.
        int at = one.indexOf("-" + CVE);
        if (at > 0) {
          found.add(one.substring(at + 1));
        }
      }
    }
  }
}
