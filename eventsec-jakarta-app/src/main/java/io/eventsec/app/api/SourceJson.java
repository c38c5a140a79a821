package io.eventsec.app.api;

import io.eventsec.app.config.ExpectedSource;
import io.eventsec.app.source.Expectation;
import io.eventsec.persistence.identity.SensorRecord;
import io.eventsec.persistence.source.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that data comes from.
 *
 * @param id never changes; a source's is its name
 * @param kind sensor: what holds a token; source: the name that batches are sent under
 * @param name what people call it
 * @param state of a sensor unused, used, or revoked; of a source used, or silent if it is expected
 *     and has sent nothing for longer than it may
 * @param lastUsedAt of a sensor when it was last let in, noted about once a minute while it sends;
 *     of a source when its newest batch came
 * @param silentForSeconds how long ago that is
 * @param traffic of a source what came; missing if nothing ever did
 * @param allowedSilenceSeconds of a source that is expected, how long it may be silent
 */
public record SourceJson(
    String id,
    String kind,
    String name,
    String state,
    Optional<Instant> lastUsedAt,
    Optional<Long> silentForSeconds,
    Optional<Traffic> traffic,
    Optional<Long> allowedSilenceSeconds) {

  /**
   * What a source has sent, repeated batches counted once.
   *
   * @param firstReceivedAt when the first batch came that is known of
   * @param batches how many have come since
   * @param records how many records were in them
   */
  public record Traffic(Instant firstReceivedAt, long batches, long records) {}

  static SourceJson of(SensorRecord sensor, Instant now) {
    return new SourceJson(
        sensor.id().toString(),
        "sensor",
        sensor.name(),
        state(sensor),
        sensor.lastUsedAt(),
        silence(sensor.lastUsedAt(), now),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A source.
   *
   * @param name its name
   * @param found what it has sent; empty if nothing
   * @param expected what is expected of it; empty if nothing is
   */
  static SourceJson of(
      String name, Optional<SourceRecord> found, Optional<ExpectedSource> expected, Instant now) {
    Optional<Instant> last = found.map(SourceRecord::lastReceivedAt);
    boolean silent = expected.filter(one -> new Expectation(one, last).silent(now)).isPresent();
    return new SourceJson(
        name,
        "source",
        name,
        silent ? "silent" : "used",
        last,
        silence(last, now),
        found.map(
            source -> new Traffic(source.firstReceivedAt(), source.batches(), source.records())),
        expected.map(one -> one.silence().toSeconds()));
  }

  private static Optional<Long> silence(Optional<Instant> last, Instant now) {
    return last.map(at -> Math.max(0, Duration.between(at, now).toSeconds()));
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
   * @param items the sensors, revoked ones included; then the sources by name: those that are
   *     expected, and the 1,000 that sent last
   */
  public record Listing(List<SourceJson> items) {}
}
