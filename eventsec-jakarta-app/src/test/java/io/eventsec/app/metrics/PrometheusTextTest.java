package io.eventsec.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

  @Test
  void family_isShownWithHelpTypeAndSamples() {
    Family family =
        new Family(
            "eventsec_x_total",
            "counter",
            "What it is.",
            List.of(
                new Family.Sample("", Map.of(), 12_000_000_000.0),
                new Family.Sample("", Map.of("kind", "a"), 0.5)));
    assertThat(PrometheusText.of(List.of(family)))
        .isEqualTo(
            """
            # HELP eventsec_x_total What it is.
            # TYPE eventsec_x_total counter
            eventsec_x_total 12000000000
            eventsec_x_total{kind="a"} 0.5
            """);
  }

  @Test
  void hostileText_cannotEndItsLineOrItsQuotes() {
    Family family =
        new Family(
            "x",
            "gauge",
            "a\nb\\",
            List.of(new Family.Sample("", Map.of("l", "\"} 1\nforged 2\\"), 1)));
    assertThat(PrometheusText.of(List.of(family)).lines())
        .containsExactly(
            "# HELP x a\\nb\\\\", "# TYPE x gauge", "x{l=\"\\\"} 1\\nforged 2\\\\\"} 1");
  }

  @Test
  void numbersThatAreNone_areSpelledAsPrometheusSpellsThem() {
    assertThat(PrometheusText.number(Double.POSITIVE_INFINITY)).isEqualTo("+Inf");
    assertThat(PrometheusText.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
    assertThat(PrometheusText.number(Double.NaN)).isEqualTo("NaN");
  }
}
