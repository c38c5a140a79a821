package io.eventsec.app.config;

import java.time.Duration;
import java.util.List;

/**
 * How the readers of the journal work.
 *
 * @param readBatches most batches a step
 * @param readBytes bytes after which a step reads no more
 * @param poll how often an idle reader looks again when nobody has woken it
 */
public record WorkerSettings(int readBatches, long readBytes, Duration poll) {
  static final Setting<Integer> READ_BATCHES =
      new Setting<>(
          "eventsec.worker.read.batches",
          "the most batches a step",
          ValueTypes.integer(1, 1000),
          "8");
  static final Setting<Long> READ_BYTES =
      new Setting<>(
          "eventsec.worker.read.bytes",
          "the bytes after which a step reads no more",
          ValueTypes.number(1, 1L << 30),
          "8388608");
  static final Setting<Duration> POLL =
      new Setting<>(
          "eventsec.worker.poll",
          "how often an idle reader looks again",
          ValueTypes.duration("PT0.05S", "PT1M"),
          "PT1S");
  static final Area AREA =
      new Area(
          "Readers",
          "How detection and indexing read the journal.",
          List.of(READ_BATCHES, READ_BYTES, POLL));

  static WorkerSettings of(SettingsReader reader) {
    return new WorkerSettings(
        reader.value(READ_BATCHES), reader.value(READ_BYTES), reader.value(POLL));
  }
}
