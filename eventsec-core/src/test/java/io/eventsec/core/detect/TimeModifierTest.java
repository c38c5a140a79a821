package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeModifierTest {
  @ParameterizedTest
  @CsvSource({
    "at|minute: 5, 2026-03-01T22:05:59Z, true",
    "at|minute: 5, 2026-03-01T22:06:00Z, false",
    "at|hour: 22, 2026-03-01 22:05:59.123, true",
    "at|hour: 22, 2026-03-01T22:05:59+02:00, false",
    "at|hour: 20, 2026-03-01T22:05:59+02:00, true",
    "at|day: 1, 2026-03-01T22:05:59Z, true",
    "at|day: 2, 2026-03-01T22:05:59Z, false",
    "at|week: 53, 2027-01-03T00:00:00Z, true",
    "at|week: 1, 2027-01-04T00:00:00Z, true",
    "at|month: 3, 2026-03-31T23:59:59Z, true",
    "at|month: 4, 2026-03-31T23:59:59-01:00, true",
    "at|year: 2026, 2026-12-31T23:59:59Z, true",
    "at|hour|gte: 22, 2026-03-01T22:00:00Z, true",
    "at|hour|gte: 22, 2026-03-01T21:59:59Z, false",
    "at|hour|gt: 22, 2026-03-01T22:00:00Z, false",
    "at|hour|lt: 6, 2026-03-01T05:59:59Z, true",
    "at|hour|lt: 6, 2026-03-01T06:00:00Z, false",
    "at|hour|lte: 6, 2026-03-01T06:30:00Z, true",
    "at|lte|hour: 6, 2026-03-01T06:30:00Z, true",
    "at|hour|neq: 6, 2026-03-01T06:30:00Z, false",
    "at|day: 4, 2026-03-04, true",
    "at|day: 5, 2026-03-04, false",
    "at|year|gte: 2026, 2026-03-04, true",
    "at|hour: 0, 2026-03-04, true",
    "at|day: 31, 2026-02-31, false",
    "at|hour: 6, whenever, false",
  })
  void part_ofTheTimeInUtc_isCompared(String item, String value, boolean fires) {
    assertThat(Rules.fires(Rules.selecting(item), Events.of("at", value))).isEqualTo(fires);
  }

  @ParameterizedTest
  @CsvSource({"1772402759, 22", "1772402759123, 22"})
  void secondsAndMillisecondsOfTheEpoch_areTimes(long value, int hour) {
    assertThat(Rules.fires(Rules.selecting("at|hour: " + hour), Events.of("at", value))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"6, true", "22, true", "12, false"})
  void several_areAlternatives(int hour, boolean fires) {
    String time = "2026-03-01T%02d:00:00Z".formatted(hour);
    assertThat(Rules.fires(Rules.selecting("at|hour: [6, 22]"), Events.of("at", time)))
        .isEqualTo(fires);
  }
}
