package io.eventsec.app.config;

import java.time.Duration;
import java.util.List;

/**
 * How long things are kept.
 *
 * @param journal batches that both readers have passed
 * @param events searchable events
 * @param notifications what users were told
 * @param indicators indicators that have ended
 * @param untimely notes of events that correlations could not take up
 * @param risk of what the risk of entities was made
 * @param coverage what was evaluated by which rules, and what was re-evaluated
 * @param every how often the old is looked for
 * @param dryRun only report what would go
 */
public record RetentionSettings(
    Duration journal,
    Duration events,
    Duration notifications,
    Duration indicators,
    Duration untimely,
    Duration risk,
    Duration coverage,
    Duration every,
    boolean dryRun) {
  static final Setting<Duration> JOURNAL =
      new Setting<>(
          "eventsec.journal.retention",
          "how long the journal keeps what both readers have passed",
          ValueTypes.duration("PT0S", "P3650D"),
          "P7D");
  static final Setting<Duration> EVENTS =
      new Setting<>(
          "eventsec.retention.events",
          "how long events can be searched",
          ValueTypes.duration("P1D", "P3650D"),
          "P90D");
  static final Setting<Duration> NOTIFICATIONS =
      new Setting<>(
          "eventsec.retention.notifications",
          "how long users find what they were told, read or not",
          ValueTypes.duration("P1D", "P3650D"),
          "P90D");

  static final Setting<Duration> INDICATORS =
      new Setting<>(
          "eventsec.retention.indicators",
          "how long indicators are kept after their end or withdrawal",
          ValueTypes.duration("PT0S", "P3650D"),
          "P90D");

  static final Setting<Duration> UNTIMELY =
      new Setting<>(
          "eventsec.retention.untimely",
          "how long it is told which events correlations could not take up",
          ValueTypes.duration("PT1H", "P3650D"),
          "P30D");

  static final Setting<Duration> RISK =
      new Setting<>(
          "eventsec.retention.risk",
          "how long it is told of which alerts the risk of an entity is made; the score itself stays until it has faded",
          ValueTypes.duration("P1D", "P3650D"),
          "P90D");

  static final Setting<Duration> COVERAGE =
      new Setting<>(
          "eventsec.retention.coverage",
          "how long it is told what was evaluated by which rules, and what was re-evaluated",
          ValueTypes.duration("P1D", "P3650D"),
          "P90D");

  static final Setting<Duration> EVERY =
      new Setting<>(
          "eventsec.retention.every",
          "how often what is older is looked for",
          ValueTypes.duration("PT1M", "P1D"),
          "PT1H");
  static final Setting<Boolean> DRY_RUN =
      new Setting<>(
          "eventsec.retention.dry.run",
          "whether what is older is only reported and stays",
          ValueTypes.TRUTH,
          "false");
  static final Area AREA =
      new Area(
          "Retention",
          "What is kept how long.",
          List.of(
              JOURNAL,
              EVENTS,
              NOTIFICATIONS,
              INDICATORS,
              UNTIMELY,
              RISK,
              COVERAGE,
              EVERY,
              DRY_RUN));

  static RetentionSettings of(SettingsReader reader) {
    return new RetentionSettings(
        reader.value(JOURNAL),
        reader.value(EVENTS),
        reader.value(NOTIFICATIONS),
        reader.value(INDICATORS),
        reader.value(UNTIMELY),
        reader.value(RISK),
        reader.value(COVERAGE),
        reader.value(EVERY),
        reader.value(DRY_RUN));
  }
}
