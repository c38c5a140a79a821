package io.eventsec.app.api;

import io.eventsec.persistence.identity.SensorRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sensor.
 *
 * @param id never changes
 * @param name what people call it
 * @param createdAt when it was made
 * @param lastUsedAt when it last sent
 * @param revokedAt since when its token is refused
 */
public record SensorJson(
    String id,
    String name,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {

  static SensorJson of(SensorRecord sensor) {
    return new SensorJson(
        sensor.id().toString(),
        sensor.name(),
        sensor.createdAt(),
        sensor.lastUsedAt(),
        sensor.revokedAt());
  }

  /**
   * All of them.
   *
   * @param items revoked ones included
   */
  public record Listing(List<SensorJson> items) {}

  /**
   * A sensor to be made.
   *
   * @param name what people shall call it
   */
  public record Request(@Nullable String name) {}

  /**
   * A sensor that was made.
   *
   * @param id its id
   * @param name what people call it
   * @param token what it sends with; shown this once
   */
  public record Created(String id, String name, String token) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Created[" + id + ']';
    }
  }
}
