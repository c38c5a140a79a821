package io.eventsec.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where advisories come from.
 *
 * @param directory of feeds; empty if nothing is matched
 * @param oldest how old a feed may be
 */
public record AdvisorySettings(Optional<Path> directory, Duration oldest) {
  static final Setting<Path> DIRECTORY =
      Setting.optional(
          "eventsec.advisories.dir",
          "a directory of feeds of advisories, as OSV, NVD, CISA and FIRST publish them",
          ValueTypes.PATH);
  static final Setting<Duration> OLDEST =
      new Setting<>(
          "eventsec.advisories.oldest",
          "how old a feed may be before the component `advisories` is `degraded`",
          ValueTypes.duration("PT1H", "P365D"),
          "P7D");
  static final Area AREA =
      new Area(
          "Advisories",
          """
          What software is known to be vulnerable. Each file of the directory (OSV, NVD, KEV, EPSS, CVE with Vulnrichment; also packed) is a feed, and
          so is each directory in it. They are looked at every `eventsec.vulnerabilities.every`, and read again when they have changed. One that has lost
          more than a fifth of its records is held back until an administrator accepts it; one that is broken or gone stays as it was last read. Workers
          hold all feeds in memory.""",
          List.of(DIRECTORY, OLDEST));

  static AdvisorySettings of(SettingsReader reader) {
    return new AdvisorySettings(reader.given(DIRECTORY), reader.value(OLDEST));
  }
}
