package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitDurationTest {

  @ParameterizedTest
  @CsvSource({
    "1h2m3.5s, 3723500000000",
    "25ms, 25000000",
    "312.5µs, 312500",
    "7us, 7000",
    "9ns, 9",
    "0s, 0"
  })
  void durationWithUnits_isNanoseconds(String text, long nanos) {
    assertThat(UnitDuration.nanos(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "1m x", "1m2", "-1s", "999999999999h999999999999h", "1e9s"})
  void otherText_isNone(String text) {
    assertThat(UnitDuration.nanos(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "(3)www(7)example(3)org(0), www.example.org",
    "(0), .",
    "(3)www, (3)www",
    "(9)www(0), (9)www(0)",
    "(x)www(0), (x)www(0)",
    "example.org, example.org"
  })
  void nameWithLengths_hasDots(String written, String name) {
    assertThat(DnsLabels.name(written)).isEqualTo(name);
  }
}
