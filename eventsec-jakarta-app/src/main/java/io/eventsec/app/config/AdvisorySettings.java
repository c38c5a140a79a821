package io.eventsec.app.config;

import io.eventsec.core.vuln.mirror.MirroredFeed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where advisories come from.
 *
 * @param directory of feeds; empty if nothing is matched
 * @param oldest how old a feed may be
 * @param kept where the versions in force are kept over restarts; empty if nothing is matched
 * @param mirrored which feeds are fetched; may be empty
 * @param mirrorEvery how often they are asked for
 */
public record AdvisorySettings(
    Optional<Path> directory,
    Duration oldest,
    Optional<Path> kept,
    List<MirroredFeed> mirrored,
    Duration mirrorEvery) {
  private static final String KEPT_IN_DIRECTORY = ".kept";
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
  static final Setting<Path> KEPT =
      Setting.optional(
          "eventsec.advisories.kept.dir",
          "where workers keep the versions of feeds that are in force, so that these outlive a restart; `.kept` in"
              + " EVENTSEC_ADVISORIES_DIR unless given",
          ValueTypes.PATH);
  static final Setting<List<MirroredFeed>> MIRROR =
      Setting.optional(
          "eventsec.advisories.mirror",
          "which feeds workers fetch into EVENTSEC_ADVISORIES_DIR; nothing is fetched unless it is given",
          MirrorList.TYPE);
  static final Setting<Duration> MIRROR_EVERY =
      new Setting<>(
          "eventsec.advisories.mirror.every",
          "how often they are asked whether they have changed",
          ValueTypes.duration("PT15M", "P30D"),
          "PT6H");
  static final Area AREA =
      new Area(
          "Advisories",
          """
          What software is known to be vulnerable. Each file of the directory (OSV, NVD, KEV, EPSS, CVE with Vulnrichment; also packed) is a feed, and
          so is each directory in it. They are looked at every `eventsec.vulnerabilities.every`, and read again when they have changed. One that has lost
          more than a fifth of its records is held back until an administrator accepts it; one that is broken or gone stays as it was last read. Workers
          hold all feeds in memory, and keep the versions in force on disk.

          Workers fetch feeds themselves if `EVENTSEC_ADVISORIES_MIRROR` names them: `EVENTSEC_ADVISORIES_MIRROR=osv:Debian osv:Red%20Hat kev epss
          own=https://mirror.example/advisories.zip`. The timer `advisory-mirror` asks whether they have changed.""",
          List.of(DIRECTORY, OLDEST, KEPT, MIRROR, MIRROR_EVERY));

  static AdvisorySettings of(SettingsReader reader) {
    Optional<Path> directory = reader.given(DIRECTORY);
    List<MirroredFeed> mirrored = reader.given(MIRROR).orElse(List.of());
    reader.require(
        mirrored.isEmpty() || directory.isPresent(),
        MIRROR,
        "names feeds, and no directory is there for them",
        "Set " + DIRECTORY.environmentName());
    return new AdvisorySettings(
        directory,
        reader.value(OLDEST),
        reader.given(KEPT).or(() -> directory.map(one -> one.resolve(KEPT_IN_DIRECTORY))),
        mirrored,
        reader.value(MIRROR_EVERY));
  }
}
