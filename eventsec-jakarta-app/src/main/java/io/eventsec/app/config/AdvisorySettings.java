package io.eventsec.app.config;

import io.eventsec.core.vuln.mirror.MirroredFeed;
import io.eventsec.nvd.NvdAccess;
import java.net.URI;
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
 * @param nvd where NVD's API is, and how it may be asked; empty if it is not mirrored
 */
public record AdvisorySettings(
    Optional<Path> directory,
    Duration oldest,
    Optional<Path> kept,
    List<MirroredFeed> mirrored,
    Duration mirrorEvery,
    Optional<NvdAccess> nvd) {
  private static final String KEPT_IN_DIRECTORY = ".kept";
  private static final ValueType<URI> NVD_ADDRESS =
      new ValueType<>("an address such as `" + NvdAccess.NVD + "`", AdvisorySettings::address);
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
  static final Setting<URI> NVD =
      Setting.optional(
          "eventsec.advisories.mirror.nvd",
          "the address of NVD's API, which workers keep a copy of as the feed `nvd`",
          NVD_ADDRESS);
  static final Setting<Secret> NVD_KEY =
      Setting.secret(
          "eventsec.advisories.mirror.nvd.key",
          "the key that NVD gives who asks for one: with it the API may be asked ten times as often");
  static final Area AREA =
      new Area(
          "Advisories",
          """
          What software is known to be vulnerable. Each file of the directory (OSV, NVD, KEV, EPSS, CVE with Vulnrichment; also packed) is a feed, and
          so is each directory in it. They are looked at every `eventsec.vulnerabilities.every`, and read again when they have changed. One that has lost
          more than a fifth of its records is held back until an administrator accepts it; one that is broken or gone stays as it was last read. Workers
          hold all feeds in memory, and keep the versions in force on disk.

          Workers fetch feeds themselves if `EVENTSEC_ADVISORIES_MIRROR` names them: `EVENTSEC_ADVISORIES_MIRROR=osv:Debian osv:Red%20Hat kev epss
          own=https://mirror.example/advisories.zip`, and NVD if `EVENTSEC_ADVISORIES_MIRROR_NVD` says where. The timer `advisory-mirror` asks whether they have changed.""",
          List.of(DIRECTORY, OLDEST, KEPT, MIRROR, MIRROR_EVERY, NVD, NVD_KEY));

  static AdvisorySettings of(SettingsReader reader) {
    Optional<Path> directory = reader.given(DIRECTORY);
    List<MirroredFeed> mirrored = reader.given(MIRROR).orElse(List.of());
    reader.require(
        directory.isPresent() || mirrored.isEmpty(),
        MIRROR,
        "names feeds, and no directory is there for them",
        "Set " + DIRECTORY.environmentName());
    Optional<URI> nvd = reader.given(NVD);
    reader.require(
        directory.isPresent() || nvd.isEmpty(),
        NVD,
        "names NVD, and no directory is there for it",
        "Set " + DIRECTORY.environmentName());
    return new AdvisorySettings(
        directory,
        reader.value(OLDEST),
        reader.given(KEPT).or(() -> directory.map(one -> one.resolve(KEPT_IN_DIRECTORY))),
        mirrored,
        reader.value(MIRROR_EVERY),
        nvd.flatMap(address -> access(reader, address)));
  }

  private static Optional<NvdAccess> access(SettingsReader reader, URI address) {
    Optional<String> key = reader.secret(NVD_KEY).map(Secret::value);
    try {
      return Optional.of(NvdAccess.of(address, key));
    } catch (IllegalArgumentException e) {
      reader.require(false, NVD_KEY, "is no key of NVD", "Copy it again, the whole line");
      return Optional.empty();
    }
  }

  private static URI address(String text) throws InvalidValueException {
    try {
      return NvdAccess.of(URI.create(text), Optional.empty()).endpoint();
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("is no address like https://host/path, without a login");
    }
  }
}
