package io.eventsec.core.vuln.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.advisory.AdvisoryTimes;
import io.eventsec.core.vuln.advisory.CveFacts;
import io.eventsec.core.vuln.advisory.ExploitProbability;
import io.eventsec.core.vuln.advisory.KnownExploited;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryDifferenceTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");

  private static MatchingLibrary library(
      Map<String, KnownExploited> exploited,
      Map<String, ExploitProbability> probabilities,
      Map<String, CveFacts> facts) {
    return MatchingLibrary.of(
        "0".repeat(64),
        true,
        new AdvisoryLibrary(List.of(), exploited, probabilities, facts, List.of(), 0));
  }

  private static KnownExploited entry(String action, LocalDate due) {
    return new KnownExploited("CVE-2026-1", "n", DAY, Optional.of(due), false, action);
  }

  private static CveFacts rejected(boolean rejected) {
    return new CveFacts("CVE-2026-1", rejected, List.of(), Optional.empty());
  }

  @Test
  void scores_areToBeJudgedAnew_howeverManyTheyAre_andRanksAreNot() {
    Map<String, ExploitProbability> before = new HashMap<>();
    Map<String, ExploitProbability> after = new HashMap<>();
    for (int n = 0; n < LibraryDifference.MOST + 10; n++) {
      before.put("CVE-2026-" + n, new ExploitProbability(0.1, 0.5));
      after.put("CVE-2026-" + n, new ExploitProbability(n < 5 ? 0.1 : 0.2, 0.6));
    }
    after.remove("CVE-2026-0");
    after.put("CVE-2027-1", new ExploitProbability(0.1, 0.5));

    LibraryDifference difference =
        LibraryDifference.between(
                library(Map.of(), before, Map.of()), library(Map.of(), after, Map.of()))
            .orElseThrow();

    assertThat(difference.names()).isEmpty();
    assertThat(difference.vulnerabilities()).isEmpty();
    assertThat(difference.rescored())
        .hasSize(LibraryDifference.MOST + 7)
        .contains("CVE-2026-0", "CVE-2027-1", "CVE-2026-5")
        .doesNotContain("CVE-2026-1", "CVE-2026-4");
  }

  @Test
  void entriesOfExploitedOnes_countByWhatRiskIsJudgedBy() {
    MatchingLibrary before = library(Map.of("CVE-2026-1", entry("a", DAY)), Map.of(), Map.of());
    MatchingLibrary otherWords = library(Map.of("CVE-2026-1", entry("b", DAY)), Map.of(), Map.of());
    MatchingLibrary otherDay =
        library(Map.of("CVE-2026-1", entry("a", DAY.plusDays(1))), Map.of(), Map.of());

    assertThat(LibraryDifference.between(before, otherWords).orElseThrow().rescored()).isEmpty();
    assertThat(LibraryDifference.between(before, otherDay).orElseThrow().rescored())
        .containsExactly("CVE-2026-1");
  }

  @Test
  void whatIsToBeLookedForAgain_isNotJudgedBesides() {
    MatchingLibrary before =
        library(
            Map.of(),
            Map.of("CVE-2026-1", new ExploitProbability(0.1, 0.1)),
            Map.of("CVE-2026-1", rejected(false)));
    MatchingLibrary after =
        library(
            Map.of(),
            Map.of("CVE-2026-1", new ExploitProbability(0.2, 0.1)),
            Map.of("CVE-2026-1", rejected(true)));

    LibraryDifference difference = LibraryDifference.between(before, after).orElseThrow();

    assertThat(difference.vulnerabilities()).isEqualTo(Set.of("CVE-2026-1"));
    assertThat(difference.rescored()).isEmpty();
  }

  private static Advisory advisory(String summary, AdvisoryTimes times) {
    return new Advisory(
        "USN-1-2", "ubuntu", Set.of(), Set.of(), times, summary, List.of(), List.of(), List.of());
  }

  private static LibraryDifference between(Advisory before, Advisory after) {
    return LibraryDifference.between(
            MatchingLibrary.of("0".repeat(64), true, AdvisoryLibrary.of(List.of(before))),
            MatchingLibrary.of("1".repeat(64), true, AdvisoryLibrary.of(List.of(after))))
        .orElseThrow();
  }

  private static AdvisoryTimes times(String modified, Optional<Instant> withdrawn) {
    return new AdvisoryTimes(Optional.empty(), Optional.of(Instant.parse(modified)), withdrawn);
  }

  @Test
  void otherWordsAndTimes_areReadAndNotLookedFor() {
    AdvisoryTimes monday = times("2026-01-05T00:00:00Z", Optional.empty());
    AdvisoryTimes tuesday = times("2026-01-06T00:00:00Z", Optional.empty());
    Advisory before = advisory("a hole", monday);

    assertThat(between(before, advisory("a hole", monday)).described()).isEmpty();
    LibraryDifference otherTime = between(before, advisory("a hole", tuesday));
    assertThat(otherTime.described()).containsExactly("USN-1-2");
    assertThat(otherTime.vulnerabilities()).isEmpty();
    assertThat(otherTime.names()).isEmpty();
    assertThat(between(before, advisory("a gap", monday)).described()).hasSize(1);
  }

  @Test
  void wordsThatDecideWhetherItIsAVulnerability_andWithdrawals_areLookedFor() {
    AdvisoryTimes monday = times("2026-01-05T00:00:00Z", Optional.empty());
    Optional<Instant> once = Optional.of(Instant.parse("2026-01-06T00:00:00Z"));
    Optional<Instant> again = Optional.of(Instant.parse("2026-01-07T00:00:00Z"));
    Advisory before = advisory("a hole", monday);

    LibraryDifference regression = between(before, advisory("a regression", monday));
    assertThat(regression.vulnerabilities()).containsExactly("USN-1-2");
    assertThat(regression.described()).isEmpty();
    Advisory withdrawn = advisory("a hole", times("2026-01-06T00:00:00Z", once));
    assertThat(between(before, withdrawn).vulnerabilities()).containsExactly("USN-1-2");
    Advisory later = advisory("a hole", times("2026-01-07T00:00:00Z", again));
    assertThat(between(withdrawn, later).vulnerabilities()).isEmpty();
    assertThat(between(withdrawn, later).described()).containsExactly("USN-1-2");
  }
}
