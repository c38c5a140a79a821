package io.eventsec.core.vuln.feed;

import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.advisory.ExploitProbability;
import io.eventsec.core.vuln.match.AdvisoryIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one library says that the one before did not, so that only those findings are looked at
 * again that it concerns: those of one of the vulnerabilities, in components of one of the names
 * and in those that have such a finding. Of others again only the scores are others: they are where
 * they were, and as dangerous as EPSS and KEV say now. Or only words and times are, as with most
 * advisories that are published again: then the findings are the same, and what people read of the
 * vulnerability is another. All others are the same by both. Immutable and thread-safe.
 *
 * @param names by which advisories that came, went or changed meet components, see {@link
 *     AdvisoryIndex#namesOf}
 * @param vulnerabilities that are to be looked for again: those that such advisories are about, and
 *     those whose record is another
 * @param rescored other vulnerabilities, of which EPSS or KEV say something else; however many, for
 *     a day of EPSS changes most
 * @param described other vulnerabilities than those to be looked for again, of which advisories say
 *     the same in other words or at another time; however many
 */
public record LibraryDifference(
    Set<String> names, Set<String> vulnerabilities, Set<String> rescored, Set<String> described) {
  /** Of more to be looked for again, looking all assets through is no slower. */
  public static final int MOST = 50_000;

  /** Copies the collections. */
  public LibraryDifference {
    names = Set.copyOf(names);
    vulnerabilities = Set.copyOf(vulnerabilities);
    rescored = Set.copyOf(rescored);
    described = Set.copyOf(described);
  }

  /** The same, once findings have the scores of now. */
  public LibraryDifference withoutScores() {
    return new LibraryDifference(names, vulnerabilities, Set.of(), described);
  }

  /**
   * The difference between two libraries.
   *
   * @return empty if any asset may be concerned: one of them lacks a feed, an ecosystem is new or
   *     gone, a release has come to know a package that was only beside it, or too much has changed
   */
  public static Optional<LibraryDifference> between(MatchingLibrary before, MatchingLibrary after) {
    boolean comparable =
        before.complete()
            && after.complete()
            && before.index().ecosystems().equals(after.index().ecosystems())
            && before.index().overruled().equals(after.index().overruled());
    if (!comparable) {
      return Optional.empty();
    }
    AdvisoryLibrary old = before.catalogue().library();
    AdvisoryLibrary now = after.catalogue().library();
    ChangedAdvisories changed = ChangedAdvisories.between(old.advisories(), now.advisories());
    Set<String> vulnerabilities = numbers(changed.found());
    vulnerabilities.addAll(changed(old.facts(), now.facts(), Function.identity()));
    Set<String> described = numbers(changed.described());
    described.removeAll(vulnerabilities);
    Set<String> names = new HashSet<>(AdvisoryIndex.namesOf(changed.found()));
    names.addAll(AdvisoryIndex.namesOf(judgedAnew(old, after, vulnerabilities)));
    return names.size() > MOST || vulnerabilities.size() > MOST
        ? Optional.empty()
        : Optional.of(
            new LibraryDifference(
                names, vulnerabilities, rescored(old, now, vulnerabilities), described));
  }

  private static Set<String> numbers(List<Advisory> advisories) {
    Set<String> numbers = new HashSet<>();
    advisories.forEach(advisory -> numbers.addAll(advisory.vulnerabilities()));
    return numbers;
  }

  /** Those of which what risk is judged by is another; ranks and words are not. */
  private static Set<String> rescored(
      AdvisoryLibrary old, AdvisoryLibrary now, Set<String> vulnerabilities) {
    Set<String> rescored =
        changed(old.probabilities(), now.probabilities(), ExploitProbability::probability);
    rescored.addAll(
        changed(
            old.exploited(),
            now.exploited(),
            one -> List.of(one.added(), one.due(), one.ransomware())));
    rescored.removeAll(vulnerabilities);
    return rescored;
  }

  /**
   * What is said of a number that was rejected, or is no longer: findings come where there were
   * none.
   */
  private static List<Advisory> judgedAnew(
      AdvisoryLibrary old, MatchingLibrary after, Set<String> vulnerabilities) {
    Set<String> before = old.rejected();
    Set<String> now = after.catalogue().library().rejected();
    return vulnerabilities.stream()
        .filter(id -> before.contains(id) != now.contains(id))
        .flatMap(id -> after.catalogue().about(id).stream())
        .toList();
  }

  /** The keys of what only one of them has, or what counts of it is another. */
  private static <T> Set<String> changed(
      Map<String, T> before, Map<String, T> after, Function<T, ?> counts) {
    Set<String> changed = new HashSet<>();
    before.forEach(
        (id, one) -> {
          T now = after.get(id);
          if (now == null || one != now && !counts.apply(one).equals(counts.apply(now))) {
            changed.add(id);
          }
        });
    after.keySet().stream().filter(id -> !before.containsKey(id)).forEach(changed::add);
    return changed;
  }
}
