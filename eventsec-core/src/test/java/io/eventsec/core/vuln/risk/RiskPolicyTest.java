package io.eventsec.core.vuln.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.advisory.KnownExploited;
import io.eventsec.core.vuln.advisory.Ssvc;
import io.eventsec.core.vuln.advisory.Ssvc.Exploitation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "9.8, 0.30, false, CRITICAL, 0.776",
    "9.8, 0.29, false, HIGH, 0.773",
    "8.9, 0.99, false, HIGH, 0.92",
    "1.0, 0.01, true, CRITICAL, 0.273",
    "10.0, 1.0, true, CRITICAL, 1.0",
    "3.9, 0.20, false, HIGH, 0.333",
    "4.0, 0.0, false, MEDIUM, 0.28",
    "3.9, 0.05, false, MEDIUM, 0.288",
    "3.9, 0.0499, false, LOW, 0.28797",
    "0, 0, false, LOW, 0",
  })
  void defaults_areThePredecessorsLabels(
      double cvss, double epss, boolean exploited, RiskLevel level, double score) {
    RiskAssessment assessment =
        RiskPolicy.DEFAULT.assess(
            facts(
                OptionalDouble.of(cvss),
                OptionalDouble.of(epss),
                exploited ? Optional.of(entry(false)) : Optional.empty()));
    assertThat(assessment.level()).isEqualTo(level);
    assertThat(assessment.score()).isCloseTo(score, within(1e-9));
    assertThat(assessment.reasons().isEmpty()).isEqualTo(level == RiskLevel.LOW);
  }

  @Test
  void assess_whatNobodySays_countsAsNothing() {
    RiskAssessment assessment =
        RiskPolicy.DEFAULT.assess(
            facts(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty()));
    assertThat(assessment).isEqualTo(new RiskAssessment(RiskLevel.LOW, 0, List.of()));
  }

  @Test
  void assess_saysWhichValuesGaveTheLevel() {
    RiskAssessment assessment =
        RiskPolicy.DEFAULT.assess(
            facts(OptionalDouble.of(9.8), OptionalDouble.of(0.9), Optional.of(entry(true))));
    assertThat(assessment.reasons())
        .containsExactly(
            "known to be exploited since 2025-08-25, by ransomware too",
            "CVSS 9.8 is at least 9.0 and EPSS 0.9 is at least 0.3");
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, false, false, CRITICAL, TRACK",
    "NONE, false, true, HIGH, TRACK_CLOSELY",
    "NONE, true, false, HIGH, ATTEND",
    "POC, false, true, MEDIUM, TRACK_CLOSELY",
    "POC, true, true, LOW, TRACK",
    "ACTIVE, false, true, MEDIUM, ATTEND",
    "ACTIVE, false, true, HIGH, ACT",
    "ACTIVE, true, false, LOW, ATTEND",
    "ACTIVE, true, true, MEDIUM, ACT",
  })
  void decisions_areThoseOfTheTree(
      Exploitation exploitation,
      boolean automatable,
      boolean total,
      Criticality criticality,
      SsvcDecision decision) {
    assertThat(SsvcDecision.of(new Ssvc(exploitation, automatable, total), criticality))
        .isEqualTo(decision);
  }

  @Test
  void policies_areData() {
    RiskCondition act =
        new RiskCondition(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false,
            false,
            Optional.of(SsvcDecision.ACT),
            true);
    RiskPolicy policy =
        new RiskPolicy(
            "ours",
            2,
            Map.of(RiskLevel.CRITICAL, List.of(act)),
            RiskPolicy.DEFAULT.weights(),
            Map.of());
    Ssvc answers = new Ssvc(Exploitation.ACTIVE, true, true);
    assertThat(policy.assess(with(answers, true)).level()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(policy.assess(with(answers, false)).level()).isEqualTo(RiskLevel.LOW);
  }

  @Test
  void days_outOfBounds_areRefused() {
    for (int days : new int[] {0, 3_651}) {
      assertThatThrownBy(
              () ->
                  new RiskPolicy(
                      "ours",
                      1,
                      Map.of(),
                      RiskPolicy.DEFAULT.weights(),
                      Map.of(RiskLevel.LOW, days)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(days + " days for LOW");
    }
  }

  @Test
  void conditions_thatAskNothing_areRefused() {
    assertThatThrownBy(
            () ->
                new RiskCondition(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    false,
                    false,
                    Optional.empty(),
                    false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must ask something");
    assertThatThrownBy(() -> RiskCondition.cvss(11)).hasMessageContaining("0 to 10");
  }

  private static RiskFacts with(Ssvc answers, boolean exposed) {
    return new RiskFacts(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(answers),
        Criticality.HIGH,
        exposed);
  }

  private static RiskFacts facts(
      OptionalDouble cvss, OptionalDouble epss, Optional<KnownExploited> exploited) {
    return new RiskFacts(cvss, epss, exploited, Optional.empty(), Criticality.MEDIUM, false);
  }

  private static KnownExploited entry(boolean ransomware) {
    return new KnownExploited(
        "CVE-2025-48384",
        "Git Link Following",
        LocalDate.of(2025, 8, 25),
        Optional.empty(),
        ransomware,
        "Update");
  }
}
