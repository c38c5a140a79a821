package io.eventsec.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FindingSettingsTest {
  private final FindingSettings berlin = new FindingSettings(7, ZoneId.of("Europe/Berlin"));

  @Test
  void lastDigest_isTodaysOnceItsHourHasCome_elseYesterdays() {
    assertThat(last("2026-11-28T05:59:59Z")).isEqualTo("2026-11-27T06:00:00Z");
    assertThat(last("2026-11-28T06:00:00Z")).isEqualTo("2026-11-28T06:00:00Z");
    assertThat(last("2026-11-28T23:30:00Z")).isEqualTo("2026-11-28T06:00:00Z");
  }

  @Test
  void lastDigest_followsTheClockThere() {
    assertThat(last("2026-07-01T05:00:00Z")).as("in summer").isEqualTo("2026-07-01T05:00:00Z");
    FindingSettings missing = new FindingSettings(2, ZoneId.of("Europe/Berlin"));
    assertThat(missing.lastDigest(Instant.parse("2026-03-29T12:00:00Z")))
        .as("an hour that is left out")
        .isEqualTo("2026-03-29T01:00:00Z");
  }

  private String last(String now) {
    return berlin.lastDigest(Instant.parse(now)).toString();
  }
}
