package io.eventsec.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:15:30.123456+0000, 2026-11-24T08:15:30.123456Z",
    "2026-11-24T08:15:30.1234567891+01:30, 2026-11-24T06:45:30.123456789Z",
    "2026-11-24T08:15:30-05, 2026-11-24T13:15:30Z",
    "2026-11-24T08:15:30Z, 2026-11-24T08:15:30Z",
    "2026-11-24 08:15:30.5, 2026-11-24T08:15:30.500Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
  })
  void parse_text_isThatInstant(String text, String instant) {
    assertThat(TimeText.parse(text)).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "XXXXXXXXXX.XXXXXX",
        "2026-13-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-24",
        "2026-11-24T25:00:00Z",
        "2026-11-24T08:15:30+0",
        "2026-11-24T08:15:30 CET",
        "2026-11-24T08:15:30+0a00",
        "2026/11/24 08:15:30"
      })
  void parse_otherText_isNoTime(String text) {
    assertThat(TimeText.parse(text)).isNull();
  }

  @Test
  void parse_numbers_areSecondsOrMilliseconds() {
    assertThat(TimeText.parse(1795500000.123456)).isEqualTo("2026-11-24T06:00:00.123456Z");
    assertThat(TimeText.parse(1795500000L)).isEqualTo("2026-11-24T06:00:00Z");
    assertThat(TimeText.parse(1795500000123L)).isEqualTo("2026-11-24T06:00:00.123Z");
    assertThat(TimeText.parse(-1.5)).isEqualTo("1969-12-31T23:59:58.500Z");
    assertThat(TimeText.parse(1e300)).isNull();
    assertThat(TimeText.parse(true)).isNull();
  }

  @Property
  void parse_anyText_isAnswered(@ForAll String text) {
    assertThat(TimeText.parse(text) == null || text.length() >= 19).isTrue();
  }
}
