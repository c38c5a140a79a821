package io.eventsec.core.vuln.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventsec.core.vuln.RiskLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskPolicyDocumentTest {

  @Test
  void document_saysAPolicy() throws InvalidRiskPolicyException {
    RiskPolicyDocument read =
        read(
            """
            {"name": "ours", "levels": {
              "critical": [{"exploited": true, "exposed": true}, {"cvss": 9, "epss": 0.3}],
              "medium": [{"ssvc": "track_closely", "ransomware": true}]},
             "weights": {"cvss": 0.5}, "dueDays": {"critical": 3, "low": 3650}}""");
    RiskCondition exposed =
        new RiskCondition(
            OptionalDouble.empty(), OptionalDouble.empty(), true, false, Optional.empty(), true);
    RiskCondition closely =
        new RiskCondition(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false,
            true,
            Optional.of(SsvcDecision.TRACK_CLOSELY),
            false);
    assertThat(read.versioned()).isFalse();
    assertThat(read.policy())
        .isEqualTo(
            new RiskPolicy(
                "ours",
                1,
                Map.of(
                    RiskLevel.CRITICAL,
                    List.of(exposed, RiskCondition.cvssAndEpss(9, 0.3)),
                    RiskLevel.MEDIUM,
                    List.of(closely)),
                new RiskWeights(0.5, 0, 0),
                Map.of(RiskLevel.CRITICAL, 3, RiskLevel.LOW, 3650)));
    RiskPolicy seventh = read.policy().withVersion(7);
    assertThat(read(RiskPolicyDocument.write(seventh)))
        .isEqualTo(new RiskPolicyDocument(seventh, true));
  }

  @Test
  void builtIn_isWrittenAndReadAsItIs() throws InvalidRiskPolicyException {
    assertThat(read(RiskPolicyDocument.write(RiskPolicy.DEFAULT)).policy())
        .isEqualTo(RiskPolicy.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|document||is not one object",
        "{|document||is no JSON",
        "{\"levels\": {}}|name||is no name",
        "{\"name\": \"Our own\", \"levels\": {}}|name|Our own|is no name",
        "{\"name\": \"a\"}|levels||is missing",
        "{\"name\": \"a\", \"level\": {}}|level||is no field",
        "{\"name\": \"a\", \"levels\": []}|levels|[]|is no object",
        "{\"name\": \"a\", \"levels\": {\"low\": []}}|levels.low||is no field",
        "{\"name\": \"a\", \"levels\": {\"high\": []}}|levels.high|0 conditions|is not a list of 1",
        "{\"name\": \"a\", \"levels\": {\"high\": [{}]}}|levels.high[0]|{}|asks nothing",
        "{\"name\": \"a\", \"levels\": {\"high\": [{\"cvss\": 1}, {\"cvss\": 10.1}]}}|levels.high[1].cvss|10.1|from 0 to 10",
        "{\"name\": \"a\", \"levels\": {\"high\": [{\"epss\": -0.1}]}}|levels.high[0].epss|-0.1|from 0 to 1",
        "{\"name\": \"a\", \"levels\": {\"high\": [{\"exploited\": \"yes\"}]}}|levels.high[0].exploited|yes|neither true nor false",
        "{\"name\": \"a\", \"levels\": {\"high\": [{\"ssvc\": \"Act\"}]}}|levels.high[0].ssvc|Act|is no decision",
        "{\"name\": \"a\", \"levels\": {}, \"dueDays\": {\"high\": 0}}|dueDays.high|0|1 to 3650",
        "{\"name\": \"a\", \"levels\": {}, \"weights\": {\"epss\": 2}}|weights.epss|2|from 0 to 1",
        "{\"name\": \"a\", \"version\": 0, \"levels\": {}}|version|0|1 to 999999",
      })
  void document_thatIsNone_isRefusedWithValueRuleAndCure(
      String json, String field, String value, String rule) {
    InvalidRiskPolicyException refused =
        catchThrowableOfType(InvalidRiskPolicyException.class, () -> read(json));
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.value()).isEqualTo(value == null ? "" : value);
    assertThat(refused.rule()).contains(rule);
    assertThat(refused.cure()).isNotBlank();
  }

  @Test
  void document_thatIsTooLong_isRefused() {
    assertThat(
            catchThrowableOfType(
                InvalidRiskPolicyException.class,
                () -> read("{\"name\": \"" + "a".repeat(70_000) + "\"}")))
        .hasMessageContaining("use at most 65536");
  }

  private static RiskPolicyDocument read(String json) throws InvalidRiskPolicyException {
    return RiskPolicyDocument.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
