package io.eventsec.app.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.taxii.TaxiiPoll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaxiiJobTest {
  private static final Optional<String> BEFORE = Optional.of("2026-01-01T00:00:00Z");
  private static final Optional<String> AFTER = Optional.of("2026-01-02T00:00:00Z");

  @Test
  void retry_isDoubled_upToAnHour() {
    assertThat(TaxiiJob.retry(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(TaxiiJob.retry(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(TaxiiJob.retry(100)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void pollThatStandsStill_hasFailed() {
    assertThat(TaxiiJob.reason(poll(BEFORE, false, ""), BEFORE)).get().asString().contains("PAGES");
    assertThat(TaxiiJob.reason(poll(AFTER, false, ""), BEFORE)).as("it goes on").isEmpty();
    assertThat(TaxiiJob.reason(poll(BEFORE, true, ""), BEFORE)).as("nothing is new").isEmpty();
    assertThat(TaxiiJob.reason(poll(AFTER, false, "broken"), BEFORE)).contains("broken");
  }

  private static TaxiiPoll poll(Optional<String> addedAfter, boolean complete, String ended) {
    ImportReport report =
        new ImportReport(
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            Map.of(),
            List.of(),
            Optional.of(ended).filter(why -> !why.isEmpty()));
    return new TaxiiPoll(report, 3, addedAfter, complete, Optional.empty());
  }
}
