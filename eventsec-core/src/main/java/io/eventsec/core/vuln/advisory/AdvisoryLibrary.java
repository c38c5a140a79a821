package io.eventsec.core.vuln.advisory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that feeds said: advisories, and what is known of vulnerabilities by their numbers. Immutable
 * and thread-safe.
 *
 * @param advisories withdrawn ones too
 * @param exploited by number of CVE
 * @param probabilities of EPSS, by number of CVE
 * @param facts of records of CVE, by number
 * @param refused what could not be read, the first thousand, each naming file, value and rule
 * @param refusedInAll how many records could not be read
 */
public record AdvisoryLibrary(
    List<Advisory> advisories,
    Map<String, KnownExploited> exploited,
    Map<String, ExploitProbability> probabilities,
    Map<String, CveFacts> facts,
    List<String> refused,
    int refusedInAll) {
  /** Copies the collections. */
  public AdvisoryLibrary {
    advisories = List.copyOf(advisories);
    exploited = Map.copyOf(exploited);
    probabilities = Map.copyOf(probabilities);
    facts = Map.copyOf(facts);
    refused = List.copyOf(refused);
  }

  /** A library of advisories alone. */
  public static AdvisoryLibrary of(Collection<Advisory> advisories) {
    return new AdvisoryLibrary(List.copyOf(advisories), Map.of(), Map.of(), Map.of(), List.of(), 0);
  }

  /**
   * The same, with each advisory that names no number of CVE known under those that others name for
   * it: of {@code GO-2024-1}, which is {@code GHSA-x}, GitHub says that it is {@code CVE-2024-2}.
   * So one vulnerability is one, whoever tells of it. Advisories of distributions are as they are:
   * an update mends several.
   */
  public AdvisoryLibrary joined() {
    Map<String, Set<String>> numbers = new HashMap<>();
    for (Advisory advisory : advisories) {
      if (isNumberless(advisory)) {
        numbers.put(advisory.id(), new TreeSet<>());
        advisory.aliases().forEach(alias -> numbers.put(alias, new TreeSet<>()));
      }
    }
    if (numbers.isEmpty()) {
      return this;
    }
    for (Advisory advisory : advisories) {
      Set<String> known = isOfDistribution(advisory) ? Set.of() : advisory.numbers();
      if (!known.isEmpty() && !advisory.isWithdrawn()) {
        numbers.getOrDefault(advisory.id(), new TreeSet<>()).addAll(known);
        advisory
            .aliases()
            .forEach(alias -> numbers.getOrDefault(alias, new TreeSet<>()).addAll(known));
      }
    }
    return new AdvisoryLibrary(
        advisories.stream().map(advisory -> joined(advisory, numbers)).toList(),
        exploited,
        probabilities,
        facts,
        refused,
        refusedInAll);
  }

  private static Advisory joined(Advisory advisory, Map<String, Set<String>> numbers) {
    if (!isNumberless(advisory)) {
      return advisory;
    }
    Set<String> known = new TreeSet<>(numbers.getOrDefault(advisory.id(), Set.of()));
    advisory.aliases().forEach(alias -> known.addAll(numbers.getOrDefault(alias, Set.of())));
    return known.isEmpty() ? advisory : advisory.alsoKnownAs(known);
  }

  private static boolean isNumberless(Advisory advisory) {
    return advisory.numbers().isEmpty() && !isOfDistribution(advisory);
  }

  private static boolean isOfDistribution(Advisory advisory) {
    return advisory.packages().stream().anyMatch(affected -> affected.key().isOfDistribution());
  }

  /**
   * The numbers of CVE that were rejected: by the record of CVE, or where there is none by NVD's.
   * Whatever else is said of one, there is no such vulnerability.
   */
  public Set<String> rejected() {
    Set<String> rejected = new HashSet<>();
    for (Advisory advisory : advisories) {
      if (advisory.isWithdrawn()
          && advisory.source().equals(NvdReader.SOURCE)
          && !facts.containsKey(advisory.id())) {
        rejected.add(advisory.id());
      }
    }
    facts.values().stream().filter(CveFacts::rejected).map(CveFacts::cve).forEach(rejected::add);
    return rejected;
  }

  /** How many records it holds, of all kinds. */
  public int records() {
    return advisories.size() + exploited.size() + probabilities.size() + facts.size();
  }

  /**
   * What several libraries say together. Of the same record in several the one that was changed
   * last counts, of what has no time the later library's.
   */
  public static AdvisoryLibrary union(Collection<AdvisoryLibrary> libraries) {
    Map<String, Advisory> advisories = new LinkedHashMap<>();
    Map<String, KnownExploited> exploited = new HashMap<>();
    Map<String, ExploitProbability> probabilities = new HashMap<>();
    Map<String, CveFacts> facts = new HashMap<>();
    List<String> refused = new ArrayList<>();
    int refusedInAll = 0;
    for (AdvisoryLibrary library : libraries) {
      library.advisories.forEach(advisory -> keep(advisories, advisory));
      exploited.putAll(library.exploited);
      probabilities.putAll(library.probabilities);
      facts.putAll(library.facts);
      refused.addAll(library.refused);
      refusedInAll += library.refusedInAll;
    }
    return new AdvisoryLibrary(
        List.copyOf(advisories.values()), exploited, probabilities, facts, refused, refusedInAll);
  }

  /** Of the same record in several files the one that was changed last counts. */
  static void keep(Map<String, Advisory> known, Advisory advisory) {
    known.merge(
        advisory.key(),
        advisory,
        (one, other) -> modified(other).compareTo(modified(one)) < 0 ? one : other);
  }

  private static Instant modified(Advisory advisory) {
    return advisory.times().modified().orElse(Instant.MIN);
  }

  /** All that is said of how bad a vulnerability is, by what advisories say and by its record. */
  public List<SeverityClaim> severities(String vulnerability, Collection<Advisory> said) {
    List<SeverityClaim> claims = new ArrayList<>();
    Optional.ofNullable(facts.get(vulnerability)).ifPresent(one -> claims.addAll(one.severities()));
    said.forEach(advisory -> claims.addAll(advisory.severities()));
    return claims;
  }

  /** Advisories by the vulnerabilities that they are about; of NVD alone, for their scores. */
  public Map<String, Advisory> scored() {
    Map<String, Advisory> scored = new HashMap<>();
    for (Advisory advisory : advisories) {
      if (advisory.source().equals(NvdReader.SOURCE) && !advisory.severities().isEmpty()) {
        scored.put(advisory.id(), advisory);
      }
    }
    return scored;
  }
}
