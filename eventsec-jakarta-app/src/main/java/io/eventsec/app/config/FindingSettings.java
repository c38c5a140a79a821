package io.eventsec.app.config;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When users are told of findings that they are not told of at once.
 *
 * @param digestHour the hour of the day, 0 to 23
 * @param digestZone of whose clock
 */
public record FindingSettings(int digestHour, ZoneId digestZone) {
  static final Setting<Integer> DIGEST_HOUR =
      new Setting<>(
          "eventsec.findings.digest.hour",
          "the hour at which users are told what was found since the day before",
          ValueTypes.integer(0, 23),
          "7");
  static final Setting<ZoneId> DIGEST_ZONE =
      new Setting<>(
          "eventsec.findings.digest.zone",
          "where the clock stands that has this hour",
          ValueTypes.ZONE,
          "UTC");
  static final Area AREA =
      new Area(
          "Findings",
          """
          Users who may act on findings are told at once of those that are exploited or critical, and once a day how many others there are. They are
          told in the console and under `/api/v1/notifications`; nothing is connected that would send mail or call other systems.""",
          List.of(DIGEST_HOUR, DIGEST_ZONE));

  static FindingSettings of(SettingsReader reader) {
    return new FindingSettings(reader.value(DIGEST_HOUR), reader.value(DIGEST_ZONE));
  }

  /** The last moment at which a digest was due. */
  public Instant lastDigest(Instant now) {
    ZonedDateTime there = now.atZone(digestZone);
    ZonedDateTime today = there.toLocalDate().atTime(digestHour, 0).atZone(digestZone);
    return today.toInstant().isAfter(now)
        ? there.toLocalDate().minusDays(1).atTime(digestHour, 0).atZone(digestZone).toInstant()
        : today.toInstant();
  }
}
