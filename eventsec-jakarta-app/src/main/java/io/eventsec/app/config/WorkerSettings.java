package io.eventsec.app.config;

import java.time.Duration;

/**
 * How the readers of the journal work.
 *
 * @param readBatches most batches a step
 * @param readBytes bytes after which a step reads no more
 * @param poll how often an idle reader looks again when nobody has woken it
 * @param retention how long the journal keeps what both readers have passed
 */
public record WorkerSettings(int readBatches, long readBytes, Duration poll, Duration retention) {

  static WorkerSettings of(SettingsReader reader) {
    return new WorkerSettings(
        (int) reader.number(Known.READ_BATCHES, 1, 1000),
        reader.number(Known.READ_BYTES, 1, Long.MAX_VALUE),
        reader.duration(Known.POLL, Duration.ofMillis(50), Duration.ofMinutes(1)),
        reader.duration(Known.RETENTION, Duration.ZERO, Duration.ofDays(3650)));
  }
}
