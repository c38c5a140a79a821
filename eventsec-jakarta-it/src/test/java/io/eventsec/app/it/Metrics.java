package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a scraper gets.
 *
 * @param values by name and labels, as they are written
 */
record Metrics(Map<String, Double> values) {
  static final String PATH = "/api/v1/metrics";

  static Client scraper() {
    return Client.anonymous().with("Authorization", "Bearer " + ItServers.METRICS_TOKEN);
  }

  static Metrics scrape() {
    Client.Answer answer = scraper().get(PATH);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return new Metrics(
        answer
            .text()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.lastIndexOf(' ')),
                    line ->
                        Double.parseDouble(
                            line.substring(line.lastIndexOf(' ') + 1).replace("+Inf", "Infinity")),
                    (one, other) -> {
                      throw new AssertionError("A series twice: " + one + ", " + other);
                    },
                    TreeMap::new)));
  }

  /** The value, which must be there. */
  long value(String series) {
    assertThat(values).containsKey(series);
    return Math.round(values.getOrDefault(series, Double.NaN));
  }

  /** The value; 0 for what has not been counted yet. */
  long counted(String series) {
    return Math.round(values.getOrDefault(series, 0.0));
  }

  long deadLetters(String stage) {
    return value("eventsec_dead_letters{stage=\"" + stage + "\"}");
  }

  long read(String reader) {
    return value("eventsec_reader_records_total{reader=\"" + reader + "\"}");
  }

  long waiting(String reader) {
    return value("eventsec_reader_lag_records{reader=\"" + reader + "\"}");
  }
}
