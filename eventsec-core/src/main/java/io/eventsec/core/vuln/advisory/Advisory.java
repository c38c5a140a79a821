package io.eventsec.core.vuln.advisory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * @param mends ids of the vulnerabilities that an update of a distribution mends, and those that it
 *     is a copy of
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
  private static final String GHSA = "GHSA-";
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
   * of SUSE's ({@code SUSE-RU}) in one feed with the others, and Ubuntu what an update broke
   * ({@code USN-1-2}).
   */
  public boolean isPlainUpdate() {
    boolean plain =
        PLAIN_UPDATE.matcher(id).lookingAt()
            || id.startsWith("USN-") && summary.toLowerCase(Locale.ROOT).contains("regression");
    return plain && vulnerabilities().equals(Set.of(id));
  }

  /**
   * True if the same is found by another state of it: what may differ is in which words it says it,
   * and when it was published, changed or taken back, if it was.
   */
  public boolean findsTheSameAs(Advisory other) {
    return isWithdrawn() == other.isWithdrawn()
        && isPlainUpdate() == other.isPlainUpdate()
        && equals(
            new Advisory(
                other.id,
                other.source,
                other.aliases,
                other.mends,
                times,
                summary,
                other.severities,
                other.packages,
                other.configurations));
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
   * The vulnerabilities that a person sees, in order: those with a number of CVE among its own id
   * and its aliases, or else among what it mends. If none has a number, the name that GitHub gave
   * it, under which other sources know it too, or else its own id.
   */
  public Set<String> vulnerabilities() {
    Set<String> found = numbers();
    if (found.isEmpty()) {
      addCves(mends, found);
    }
    if (found.isEmpty()) {
      found.add(id.startsWith(GHSA) ? id : ofGithub().orElse(id));
    }
    return found;
  }

  /** Its numbers of CVE, in order: what it says of itself, and not of what it mends. */
  Set<String> numbers() {
    Set<String> found = new TreeSet<>();
    addCve(id, found);
    // The copy of a distribution has the number in its id; its aliases can be of others.
    if (found.isEmpty()) {
      addCves(aliases, found);
    }
    return found;
  }

  /** The same, known under further ids too. */
  Advisory alsoKnownAs(Set<String> ids) {
    Set<String> all = new TreeSet<>(aliases);
    all.addAll(ids);
    return new Advisory(
        id, source, all, mends, times, summary, severities, packages, configurations);
  }

  private Optional<String> ofGithub() {
    return aliases.stream().filter(alias -> alias.startsWith(GHSA)).min(Comparator.naturalOrder());
  }

  private static void addCves(Set<String> ids, Set<String> found) {
    ids.forEach(one -> addCve(one, found));
  }

  private static void addCve(String id, Set<String> found) {
    // Debian, Ubuntu and Alpine put their name before it: DEBIAN-CVE-2024-1234.
    int at = id.startsWith(CVE) ? 0 : id.indexOf("-" + CVE) + 1;
    if (at > 0 || id.startsWith(CVE)) {
      found.add(id.substring(at));
    }
  }
}
