package io.eventsec.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTimeTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-27T10:00:00Z");
  private static final LogTime UTC = new LogTime(RECEIVED, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "January 29 2026 06:09:59|2026-01-29T06:09:59Z",
        "29-September-2026 06:09:59|2026-09-29T06:09:59Z",
        "2026-11-27T08:15:30Z | 2026-11-27T08:15:30Z",
        "2026-11-27 08:15:30.123456+01:00 | 2026-11-27T07:15:30.123456Z",
        "2026-11-27 08:15:30,123 | 2026-11-27T08:15:30.123Z",
        "2026-11-27 09:22:18.536 UTC | 2026-11-27T09:22:18.536Z",
        "2026-11-27 09:22:18 CET | 2026-11-27T08:22:18Z",
        "2026-11-27T08:15:30-0700 | 2026-11-27T15:15:30Z",
        "Nov 27 2026 08:15:30 UTC+7:30 | 2026-11-27T00:45:30Z",
        "Nov 27 2026 08:15:30 UTC-07:30 | 2026-11-27T15:45:30Z",
        "Nov 27 2026 08:15:30 GMT+2 | 2026-11-27T06:15:30Z",
        "2026/11/27 08:15:30 | 2026-11-27T08:15:30Z",
        "2022/02/07 - 10:49:33 | 2022-02-07T10:49:33Z",
        "Nov 27 08:15:30 | 2026-11-27T08:15:30Z",
        "Nov  7 08:15:30.5 | 2026-11-07T08:15:30.500Z",
        "Jul 6 2021 20:33:28 | 2021-07-06T20:33:28Z",
        "Mar  1 18:48:50.483 UTC | 2026-03-01T18:48:50.483Z",
        "27/Nov/2026:08:15:30 +0100 | 2026-11-27T07:15:30Z",
        "14/Jan/2015:12:48:57.127 | 2015-01-14T12:48:57.127Z",
        "19-Oct-2022 05:34:02.425 | 2022-10-19T05:34:02.425Z",
        "Wed Jul 05 09:19:24.428126 2023 | 2023-07-05T09:19:24.428126Z",
        "Mon Oct 11 09:01:35 CEST 2021 | 2021-10-11T07:01:35Z",
        "Thu, 14 Oct 2021 15:24:12.023984 UTC | 2021-10-14T15:24:12.023984Z",
        "08/02/2023, 7:32:47 PM | 2023-08-02T19:32:47Z",
        "08/02/2023 12:00:01 AM | 2023-08-02T00:00:01Z",
        "Nov 04, 2026 8:01:02,123 PM | 2026-11-04T20:01:02.123Z",
        "04 Nov 08:01:02.123 | 2026-11-04T08:01:02.123Z",
        "Wed Nov 04 2026 08:01:02 +01:00 | 2026-11-04T07:01:02Z",
        "11/04/26,08:01:02 | 2026-11-04T08:01:02Z",
        "11/4/2026 9:15:22 AM | 2026-11-04T09:15:22Z",
        "04.11.2026 08:01:02 | 2026-11-04T08:01:02Z",
        "1104 08:01:02.123456 | 2026-11-04T08:01:02.123456Z",
        "20261104 08:01:02 | 2026-11-04T08:01:02Z",
        "1696431255.037 | 2023-10-04T14:54:15.037Z",
        "1696431255037 | 2023-10-04T14:54:15.037Z",
        "1696431255 | 2023-10-04T14:54:15Z",
        "2026-11-27T08:15:60Z | 2026-11-27T08:15:59Z",
      })
  void parse_knownShape_isThatInstant(String text, String instant) {
    assertThat(UTC.parse(text)).isEqualTo(instant);
    assertThat(LogTime.end(text + " host", 0)).isEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "Nov 31 08:15:30",
    "2026-13-01T00:00:00Z",
    "Nov 27",
    "27",
    "host",
    "2026-11-27 25:00:00",
    "''"
  })
  void parse_noTime_isNull(String text) {
    assertThat(UTC.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T10:00:00Z, Nov 28 09:00:00, 2026-11-28T09:00:00Z",
    "2026-11-27T10:00:00Z, Nov 30 09:00:00, 2025-11-30T09:00:00Z",
    "2026-01-01T00:10:00Z, Dec 31 23:59:00, 2025-12-31T23:59:00Z",
    "2026-12-31T23:59:30Z, Jan  1 00:00:10, 2027-01-01T00:00:10Z",
    "2026-11-27T10:00:00Z, Feb 29 10:00:00, 2024-02-29T10:00:00Z",
    "2028-02-28T10:00:00Z, Feb 29 10:00:00, 2028-02-29T10:00:00Z"
  })
  void parse_withoutYear_isTheNearest(Instant received, String text, String instant) {
    assertThat(new LogTime(received, ZoneOffset.UTC).parse(text)).isEqualTo(instant);
  }

  @Test
  void parse_withoutZone_isOfTheZoneGiven() {
    LogTime berlin = new LogTime(RECEIVED, ZoneId.of("Europe/Berlin"));

    assertThat(berlin.parse("Jul 27 10:00:00")).isEqualTo("2026-07-27T08:00:00Z");
    assertThat(berlin.parse("Nov 27 10:00:00")).isEqualTo("2026-11-27T09:00:00Z");
    assertThat(berlin.parse("2026-11-27 10:00:00 UTC")).isEqualTo("2026-11-27T10:00:00Z");
  }
}
