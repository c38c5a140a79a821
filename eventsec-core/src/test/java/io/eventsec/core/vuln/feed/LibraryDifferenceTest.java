package io.eventsec.core.vuln.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.advisory.CveFacts;
import io.eventsec.core.vuln.advisory.ExploitProbability;
import io.eventsec.core.vuln.advisory.KnownExploited;
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
}
