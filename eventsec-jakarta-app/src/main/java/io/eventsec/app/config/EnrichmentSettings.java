package io.eventsec.app.config;

import io.eventsec.core.enrich.NetworkDirection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is added to events behind their decoding.
 *
 * @param stages which are on
 * @param networks the own ones
 * @param places a database of countries or cities
 * @param systems a database of autonomous systems
 * @param time how long a stage may take for a batch
 * @param indicators of one tenant, at most
 * @param refresh how often it is looked whether indicators have changed
 * @param assetRefresh how often the assets are read
 */
public record EnrichmentSettings(
    Stages stages,
    List<String> networks,
    Optional<Path> places,
    Optional<Path> systems,
    Duration time,
    int indicators,
    Duration refresh,
    Duration assetRefresh) {
  static final Setting<Boolean> DIRECTION =
      on("eventsec.enrich.direction", "`network.direction` by the own networks");
  static final Setting<Boolean> COMMUNITY_ID =
      on("eventsec.enrich.community.id", "`network.community_id`");
  static final Setting<Boolean> ASSETS =
      on("eventsec.enrich.assets", "what the inventory knows of the hosts");
  static final Setting<Boolean> INDICATORS =
      on("eventsec.enrich.indicators", "the indicators that the event names");
  static final Setting<List<String>> NETWORKS =
      new Setting<>(
          "eventsec.enrich.networks",
          "the own networks",
          NetworkList.TYPE,
          String.join(",", NetworkDirection.PRIVATE_NETWORKS));
  static final Setting<Path> PLACES =
      Setting.optional(
          "eventsec.enrich.geo.city.file",
          "a database of cities or countries in the format of MaxMind",
          ValueTypes.PATH);
  static final Setting<Path> SYSTEMS =
      Setting.optional(
          "eventsec.enrich.geo.asn.file",
          "a database of autonomous systems in the format of MaxMind",
          ValueTypes.PATH);
  static final Setting<Duration> TIME =
      new Setting<>(
          "eventsec.enrich.time",
          "how long each stage may take for the events of one batch",
          ValueTypes.duration("PT0.1S", "PT1M"),
          "PT10S");
  static final Setting<Integer> MOST =
      new Setting<>(
          "eventsec.enrich.indicators.most",
          "how many claims of indicators of one tenant are matched, those first that came last",
          ValueTypes.integer(1, 2_000_000),
          "1000000");
  static final Setting<Duration> REFRESH =
      new Setting<>(
          "eventsec.enrich.indicators.refresh",
          "how often it is looked whether indicators have changed",
          ValueTypes.duration("PT0.2S", "PT1H"),
          "PT2S");
  static final Setting<Duration> ASSET_REFRESH =
      new Setting<>(
          "eventsec.enrich.assets.refresh",
          "how often the inventory's hosts are read",
          ValueTypes.duration("PT1S", "P1D"),
          "PT1M");
  static final Area AREA =
      new Area(
          "Enrichment",
          """
          What is added to events before rules see them and before they are stored, the same for both
          ([formats](reference/formats.md#what-enrichment-adds)). A database that is missing or cannot be read makes the component `enrichment`
          `degraded`; events pass without it. A million claims take about 150 MiB of memory.""",
          List.of(
              DIRECTION,
              NETWORKS,
              COMMUNITY_ID,
              PLACES,
              SYSTEMS,
              ASSETS,
              ASSET_REFRESH,
              INDICATORS,
              REFRESH,
              MOST,
              TIME));

  /** Copies the list. */
  public EnrichmentSettings {
    networks = List.copyOf(networks);
  }

  /**
   * Which stages are on.
   *
   * @param direction the way over the border of the own networks
   * @param communityId the name of the flow
   * @param assets what the inventory knows
   * @param indicators what is known to be bad
   */
  public record Stages(
      boolean direction, boolean communityId, boolean assets, boolean indicators) {}

  /**
   * A database.
   *
   * @param setting the environment variable that names it
   * @param file where it is
   */
  public record Database(String setting, Path file) {}

  /** The databases that are configured. */
  public List<Database> databases() {
    return Stream.of(
            places.map(file -> new Database(PLACES.environmentName(), file)),
            systems.map(file -> new Database(SYSTEMS.environmentName(), file)))
        .flatMap(Optional::stream)
        .toList();
  }

  static EnrichmentSettings of(SettingsReader reader) {
    return new EnrichmentSettings(
        new Stages(
            reader.value(DIRECTION),
            reader.value(COMMUNITY_ID),
            reader.value(ASSETS),
            reader.value(INDICATORS)),
        reader.value(NETWORKS),
        reader.given(PLACES),
        reader.given(SYSTEMS),
        reader.value(TIME),
        reader.value(MOST),
        reader.value(REFRESH),
        reader.value(ASSET_REFRESH));
  }

  private static Setting<Boolean> on(String key, String what) {
    return new Setting<>(key, "whether events are told " + what, ValueTypes.TRUTH, "true");
  }
}
