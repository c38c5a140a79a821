package io.eventsec.app.api;

import io.eventsec.persistence.vulnerability.DigestTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When users are told once a day what was found.
 *
 * @param hour the hour of the day, 0 to 23
 * @param zone of whose clock
 * @param usual true if it is the installation's time, for the tenant has set none
 * @param revision how often the tenant has set it
 */
@Schema(name = "DigestTime")
public record DigestTimeJson(int hour, String zone, boolean usual, int revision) {
  static DigestTimeJson of(DigestTime time, boolean usual, int revision) {
    return new DigestTimeJson(time.hour(), time.place(), usual, revision);
  }

  /**
   * What a tenant says.
   *
   * @param hour the hour of the day, 0 to 23; with the zone, or neither for the installation's time
   * @param zone such as Europe/Berlin, +02:00 or UTC
   */
  @Schema(name = "DigestTimeRequest")
  public record DigestTimeRequest(@Nullable Integer hour, @Nullable String zone) {}
}
