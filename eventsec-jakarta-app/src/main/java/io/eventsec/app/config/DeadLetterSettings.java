package io.eventsec.app.config;

import java.time.Duration;
import java.util.List;

/**
 * How many rejected records are kept.
 *
 * @param letters of a tenant
 * @param bytes of a tenant's records, all together
 * @param notice how long before the oldest go it is announced
 * @param every how often it is looked
 */
public record DeadLetterSettings(long letters, long bytes, Duration notice, Duration every) {
  static final Setting<Integer> LETTERS =
      new Setting<>(
          "eventsec.dead.letters.max",
          "how many dead letters of a tenant are kept; twice as many, and the oldest go without waiting for the end of the notice",
          ValueTypes.integer(1000, 100_000_000),
          "500000");
  static final Setting<Integer> MEBIBYTES =
      new Setting<>(
          "eventsec.dead.letters.max.mib",
          "how many MiB the records of a tenant's dead letters may have together; as above",
          ValueTypes.integer(1, 1_000_000),
          "1024");
  static final Setting<Duration> NOTICE =
      new Setting<>(
          "eventsec.dead.letters.notice",
          "how long before the oldest dead letters go it is announced",
          ValueTypes.duration("PT1M", "P30D"),
          "P1D");
  static final Setting<Duration> EVERY =
      new Setting<>(
          "eventsec.dead.letters.every",
          "how often it is looked whether there are too many dead letters",
          ValueTypes.duration("PT1S", "PT1H"),
          "PT1M");
  static final Area AREA =
      new Area(
          "Dead letters",
          "How many records that were refused are kept for a new try. Their batches are in the journal as long as others are.",
          List.of(LETTERS, MEBIBYTES, NOTICE, EVERY));

  private static final int MEBIBYTE_BITS = 20;

  static DeadLetterSettings of(SettingsReader reader) {
    return new DeadLetterSettings(
        reader.value(LETTERS),
        (long) reader.value(MEBIBYTES) << MEBIBYTE_BITS,
        reader.value(NOTICE),
        reader.value(EVERY));
  }
}
