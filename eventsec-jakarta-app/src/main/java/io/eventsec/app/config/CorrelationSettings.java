package io.eventsec.app.config;

import io.eventsec.core.correlate.CorrelatorOptions;
import java.time.Duration;
import java.util.List;

/**
 * How long correlations wait for events that come late, and how much they remember.
 *
 * @param options as the correlator takes them
 */
public record CorrelationSettings(CorrelatorOptions options) {
  static final Setting<Duration> LATENESS =
      new Setting<>(
          "eventsec.correlation.lateness",
          "how much later than others of its source an event may come; alerts of correlations come that much later",
          ValueTypes.duration("PT0S", "P1D"),
          "PT2M");
  static final Setting<Duration> IDLE =
      new Setting<>(
          "eventsec.correlation.idle",
          "a source that was not heard for so long is not waited for",
          ValueTypes.duration("PT1S", "P1D"),
          "PT2M");
  static final Setting<Long> MEMORY =
      new Setting<>(
          "eventsec.correlation.memory",
          "the bytes that the groups of one correlation of one tenant may take",
          ValueTypes.number(1L << 20, 1L << 40),
          "67108864");
  static final Setting<Integer> WAITING =
      new Setting<>(
          "eventsec.correlation.waiting",
          "how many events of a tenant may wait for their turn",
          ValueTypes.integer(1_000, 100_000_000),
          "500000");
  static final Area AREA =
      new Area(
          "Correlations",
          "How long correlations wait for late events, and how much they remember.",
          List.of(LATENESS, IDLE, MEMORY, WAITING));

  static CorrelationSettings of(SettingsReader reader) {
    CorrelatorOptions usual = CorrelatorOptions.DEFAULT;
    return new CorrelationSettings(
        new CorrelatorOptions(
            reader.value(LATENESS),
            usual.latenessOf(),
            reader.value(IDLE),
            usual.ahead(),
            usual.quiet(),
            reader.value(MEMORY),
            reader.value(WAITING)));
  }
}
