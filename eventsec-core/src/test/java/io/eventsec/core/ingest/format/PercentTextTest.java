package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTextTest {
  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "a%20b,a b",
    "%C3%BCber,über",
    "100%,100%",
    "%2,%2",
    "%zz,%zz",
    "a%2Gb,a%2Gb",
    "😀%20%,😀 %"
  })
  void text_isThatWhichIsMeant(String written, String meant) {
    assertThat(PercentText.decode(written)).isEqualTo(meant);
  }
}
