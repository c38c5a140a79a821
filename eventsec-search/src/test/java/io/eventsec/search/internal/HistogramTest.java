package io.eventsec.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {
  @ParameterizedTest
  @CsvSource({
    "PT24H, 48, PT30M",
    "PT24H, 24, PT1H",
    "PT1H, 60, PT1M",
    "PT0.001S, 500, PT1S",
    "PT10S, 1, PT10S",
    "P30D, 30, P1D",
    "P365D, 100, P4D",
    "P3652500D, 500, P7305D"
  })
  void interval_isTheShortestUsualOneThatIsLongEnough(
      Duration range, int buckets, Duration interval) {
    assertThat(Histogram.interval(range, buckets)).isEqualTo(interval);
  }
}
