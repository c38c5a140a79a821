package io.eventsec.core.vuln.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingDifferenceTest {
  private static final FindingKey BASH = new FindingKey(1, "CVE-2026-1");
  private static final FindingKey CURL = new FindingKey(2, "CVE-2026-1");
  private static final FindingContent LOW = content(RiskLevel.LOW, 0.1);
  private static final FindingContent HIGH = content(RiskLevel.HIGH, 0.8);

  @Test
  void found_andNotStored_isOpened() {
    FindingDifference difference = compare(List.of(), Map.of(BASH, LOW, CURL, HIGH), true);
    assertThat(difference.opened()).containsOnly(Map.entry(BASH, LOW), Map.entry(CURL, HIGH));
    assertThat(difference.reopened()).isEmpty();
    assertThat(difference.changed()).isEmpty();
    assertThat(difference.fixed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FindingStatus.class)
  void found_asItIsStored_changesNothingUnlessItWasFixed(FindingStatus status) {
    FindingDifference difference =
        compare(List.of(stored(7, BASH, status, LOW)), Map.of(BASH, LOW), true);
    if (status == FindingStatus.FIXED) {
      assertThat(difference.reopened()).containsOnly(Map.entry(7L, LOW));
    } else {
      assertThat(difference.isEmpty()).isTrue();
      assertThat(difference.unchanged()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(value = FindingStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "FIXED")
  void found_sayingSomethingElse_isChangedAndKeepsWhatPeopleDecided(FindingStatus status) {
    FindingDifference difference =
        compare(List.of(stored(7, BASH, status, LOW)), Map.of(BASH, HIGH), true);
    assertThat(difference.changed()).containsOnly(Map.entry(7L, HIGH));
    assertThat(difference.reopened()).isEmpty();
    assertThat(difference.opened()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FindingStatus.class)
  void notFound_isFixedWhateverPeopleDecided(FindingStatus status) {
    FindingDifference difference = compare(List.of(stored(7, BASH, status, LOW)), Map.of(), true);
    if (status == FindingStatus.FIXED) {
      assertThat(difference.isEmpty()).isTrue();
    } else {
      assertThat(difference.fixed()).containsExactly(7L);
    }
  }

  @Test
  void libraryThatLacksAFeed_opensButNeitherFixesNorChangesWhatIsInstalled() {
    StoredFinding gone =
        new StoredFinding(8, new FindingKey(3, "CVE-2026-3"), FindingStatus.OPEN, false, LOW);
    FindingKey fixed = new FindingKey(4, "CVE-2026-4");
    FindingDifference difference =
        compare(
            List.of(
                stored(6, BASH, FindingStatus.OPEN, HIGH),
                stored(7, new FindingKey(1, "CVE-2026-2"), FindingStatus.ACCEPTED, HIGH),
                gone,
                stored(9, fixed, FindingStatus.FIXED, LOW)),
            Map.of(BASH, LOW, CURL, LOW, fixed, LOW),
            false);
    assertThat(difference.changed()).isEmpty();
    assertThat(difference.fixed()).as("its component is gone").containsExactly(8L);
    assertThat(difference.opened()).containsOnlyKeys(CURL);
    assertThat(difference.reopened()).containsOnlyKeys(9L);
    assertThat(difference.unchanged()).isEqualTo(2);
  }

  @Test
  void tooMany_theWorstAreOpenedAndTheOthersTold() {
    Map<FindingKey, FindingContent> found = new LinkedHashMap<>();
    for (int n = 9; n > 0; n--) {
      found.put(new FindingKey(n, "CVE-2026-9"), content(RiskLevel.LOW, n / 10.0));
    }
    FindingDifference difference =
        FindingDifference.of(
            List.of(stored(1, new FindingKey(1, "CVE-2026-9"), FindingStatus.OPEN, LOW)),
            found,
            true,
            4);
    assertThat(difference.opened().keySet())
        .extracting(FindingKey::component)
        .containsExactly(7L, 8L, 9L);
    assertThat(difference.leftOut()).isEqualTo(5);
    assertThat(difference.fixed()).isEmpty();
  }

  private static FindingDifference compare(
      List<StoredFinding> stored, Map<FindingKey, FindingContent> found, boolean complete) {
    return FindingDifference.of(stored, found, complete, 100);
  }

  private static StoredFinding stored(
      long id, FindingKey key, FindingStatus status, FindingContent content) {
    return new StoredFinding(id, key, status, true, content);
  }

  private static FindingContent content(RiskLevel risk, double score) {
    return new FindingContent(risk, score, false, Optional.empty(), "{}", "{}");
  }
}
