package io.eventsec.app.config;

import io.eventsec.persistence.vulnerability.DigestTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When users are told of findings that they are not told of at once.
 *
 * @param digest for tenants that have not said another time
 */
public record FindingSettings(DigestTime digest) {
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
          Users who may act on findings are told at once of those that are exploited or critical, and once a day how many others there are,
          at this hour or at the one that the tenant has set (`PUT /api/v1/vulnerabilities/digest-time`). They are
          told in the console and under `/api/v1/notifications`; nothing is connected that would send mail or call other systems.""",
          List.of(DIGEST_HOUR, DIGEST_ZONE));

  static FindingSettings of(SettingsReader reader) {
    return new FindingSettings(
        new DigestTime(reader.value(DIGEST_HOUR), reader.value(DIGEST_ZONE)));
  }
}
