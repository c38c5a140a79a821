package io.eventsec.app.api;

import io.eventsec.persistence.identity.SensorRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that data comes from.
 *
 * @param id never changes
 * @param kind sensor; there are no others yet
 * @param name what people call it
 * @param state unused, used, or revoked
 * @param lastUsedAt when it was last let in; noted about once a minute while it sends
 * @param silentForSeconds how long ago that is
 */
public record SourceJson(
    String id,
    String kind,
    String name,
    String state,
    Optional<Instant> lastUsedAt,
    Optional<Long> silentForSeconds) {

  static SourceJson of(SensorRecord sensor, Instant now) {
    return new SourceJson(
        sensor.id().toString(),
        "sensor",
        sensor.name(),
        state(sensor),
        sensor.lastUsedAt(),
        sensor.lastUsedAt().map(at -> Math.max(0, Duration.between(at, now).toSeconds())));
  }

  private static String state(SensorRecord sensor) {
    if (sensor.revokedAt().isPresent()) {
      return "revoked";
    }
    return sensor.lastUsedAt().isPresent() ? "used" : "unused";
  }

  /**
   * All of them.
   *
   * @param items revoked ones included
   */
  public record Listing(List<SourceJson> items) {}
}
