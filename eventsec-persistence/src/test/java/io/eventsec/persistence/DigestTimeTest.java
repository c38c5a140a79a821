package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.persistence.vulnerability.DigestTime;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DigestTimeTest {
  private final DigestTime berlin = DigestTime.of(7, "Europe/Berlin");

  @Test
  void last_isTodaysOnceItsHourHasCome_elseYesterdays() {
    assertThat(last("2026-11-28T05:59:59Z")).isEqualTo("2026-11-27T06:00:00Z");
    assertThat(last("2026-11-28T06:00:00Z")).isEqualTo("2026-11-28T06:00:00Z");
    assertThat(last("2026-11-28T23:30:00Z")).isEqualTo("2026-11-28T06:00:00Z");
  }

  @Test
  void last_followsTheClockThere() {
    assertThat(last("2026-07-01T05:00:00Z")).as("in summer").isEqualTo("2026-07-01T05:00:00Z");
    assertThat(DigestTime.of(2, "Europe/Berlin").last(Instant.parse("2026-03-29T12:00:00Z")))
        .as("an hour that is left out")
        .isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void place_isAsPeopleWriteIt() {
    assertThat(new DigestTime(7, ZoneOffset.UTC).place()).isEqualTo("UTC");
    assertThat(DigestTime.of(7, "UTC").place()).isEqualTo("UTC");
    assertThat(berlin.place()).isEqualTo("Europe/Berlin");
    assertThat(DigestTime.of(7, "+02:00").place()).isEqualTo("+02:00");
  }

  @Test
  void timeThatIsNone_isRefused() {
    assertThatThrownBy(() -> DigestTime.of(24, "UTC")).hasMessageContaining("hour is not 0 to 23");
    assertThatThrownBy(() -> DigestTime.of(-1, "UTC")).hasMessageContaining("hour is not 0 to 23");
    for (String zone : new String[] {"", "Europe/Nowhere", "+25:00", "x'; --"}) {
      assertThatThrownBy(() -> DigestTime.of(1, zone)).hasMessageContaining("zone is not known");
    }
  }

  private String last(String now) {
    return berlin.last(Instant.parse(now)).toString();
  }
}
