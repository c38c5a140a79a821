package io.eventsec.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownNameTest {

  @Test
  void knownNames_andThoseOfOthers_areLeftAlone() {
    assertThat(
            UnknownName.among(
                List.of(
                    "EVENTSEC_DB_URL",
                    "eventsec.db.password.file",
                    "EVENTSEC_DB_PASSWORD_FILE",
                    "EVENTSEC_TOKEN",
                    "java.home",
                    "HOME")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eventsec.db.ulr, eventsec.db.url",
    "EVENTSEC_DB_ULR, EVENTSEC_DB_URL",
    "EVENTSEC_INGEST_MAX_LINE, EVENTSEC_INGEST_MAX_LINES",
    "EVENTSEC_OPENSEARCH_PASWORD_FILE, EVENTSEC_OPENSEARCH_PASSWORD_FILE",
    "eventsec.rol, eventsec.role"
  })
  void typingError_isToldWithTheNearestName(String given, String meant) {
    assertThat(UnknownName.among(List.of(given)))
        .singleElement()
        .asString()
        .contains(given, "did you mean " + meant + "?");
  }

  @Test
  void nameLikeNoOther_isToldWithoutAGuess() {
    assertThat(UnknownName.among(List.of("EVENTSEC_COFFEE_MACHINE", "eventsec." + "x".repeat(500))))
        .hasSize(2)
        .allSatisfy(name -> assertThat(name.meant()).isEmpty())
        .allSatisfy(name -> assertThat(name.toString()).contains("docs/CONFIGURATION.md"));
  }

  @Test
  void distance_countsTypingErrors() {
    assertThat(EditDistance.of("role", "role")).isZero();
    assertThat(EditDistance.of("rloe", "role")).as("a swap").isEqualTo(1);
    assertThat(EditDistance.of("roole", "role")).isEqualTo(1);
    assertThat(EditDistance.of("", "role")).isEqualTo(4);
  }
}
