package io.eventsec.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetersTest {
  private static final String NAME = "eventsec_journal_records_total[]";

  private final FakeRegistry registry = new FakeRegistry();
  private final Meters meters = registry.meters();

  @Test
  void counter_followsWhatIsCountedElsewhere() {
    meters.follow(Measure.JOURNAL_RECORDS, 1000);
    meters.follow(Measure.JOURNAL_RECORDS, 1000);
    meters.follow(Measure.JOURNAL_RECORDS, 1007);
    assertThat(registry.counted()).containsEntry(NAME, 1007L);
  }

  @Test
  void counter_startsAgain_whenABackupWasRestored() {
    meters.follow(Measure.JOURNAL_RECORDS, 1000);
    meters.follow(Measure.JOURNAL_RECORDS, 400);
    assertThat(registry.counted()).containsEntry(NAME, 400L);
  }
}
