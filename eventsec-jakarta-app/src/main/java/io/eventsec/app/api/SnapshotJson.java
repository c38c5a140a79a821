package io.eventsec.app.api;

import io.eventsec.persistence.inventory.SnapshotResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is installed on an asset, as an agent or a script hands it in. */
public final class SnapshotJson {
  private SnapshotJson() {}

  /**
   * A snapshot.
   *
   * @param asset of which asset
   * @param observedAt when it was taken, by the asset's clock: ISO-8601
   * @param components what is installed, at most 100,000; repeats count once
   */
  public record Request(
      @Nullable Asset asset,
      @Nullable String observedAt,
      @Nullable List<@Nullable Component> components) {}

  /**
   * Which asset: by its agent's id if it has an agent, else by its cloud's, else by its host name.
   *
   * @param agentId what the agent on it calls itself, 1 to 200 characters
   * @param cloudId the cloud and what it calls the machine, as aws:i-0123456789abcdef0; at most 200
   *     characters
   * @param hostname 1 to 255 characters
   * @param addresses its IP addresses, at most 100
   */
  public record Asset(
      @Nullable String agentId,
      @Nullable String cloudId,
      @Nullable String hostname,
      @Nullable List<@Nullable String> addresses) {}

  /**
   * Something installed. It needs a package URL, a CPE, or version and architecture.
   *
   * @param ecosystem deb, rpm, maven, npm and the like; cpe for what only a CPE names
   * @param name in that ecosystem, 1 to 500 characters
   * @param version as it is written there, at most 300 characters
   * @param arch the architecture it was built for, at most 64 characters
   * @param distro the release it belongs to, such as debian-12; at most 100 characters
   * @param sourceName the source package it was built from, at most 500 characters
   * @param sourceVersion the version of that, at most 300 characters
   * @param purl its package URL, at most 2,000 characters
   * @param cpe its CPE 2.3 name, at most 2,000 characters
   */
  public record Component(
      @Nullable String ecosystem,
      @Nullable String name,
      @Nullable String version,
      @Nullable String arch,
      @Nullable String distro,
      @Nullable String sourceName,
      @Nullable String sourceVersion,
      @Nullable String purl,
      @Nullable String cpe) {}

  /**
   * What became of it.
   *
   * @param assetId of which asset it was
   * @param outcome recorded; or outdated, and nothing is changed because one as new or newer is in
   *     force
   * @param created true if the asset was not known before
   * @param inForceSince when the snapshot that is in force now was taken
   * @param installed components that were not there before, in no version
   * @param upgraded components that are there in another version than before
   * @param removed components that are there no more
   * @param unchanged components that are there as before
   * @param merged other assets that have turned out to be this one, by id
   */
  public record Result(
      String assetId,
      String outcome,
      boolean created,
      Instant inForceSince,
      Optional<Integer> installed,
      Optional<Integer> upgraded,
      Optional<Integer> removed,
      Optional<Integer> unchanged,
      List<String> merged) {

    static Result of(SnapshotResult result, Instant takenAt) {
      if (result instanceof SnapshotResult.Recorded recorded) {
        return new Result(
            recorded.asset().toString(),
            "recorded",
            recorded.created(),
            takenAt,
            Optional.of(recorded.installed()),
            Optional.of(recorded.upgraded()),
            Optional.of(recorded.removed()),
            Optional.of(recorded.unchanged()),
            merged(result));
      }
      SnapshotResult.Outdated outdated = (SnapshotResult.Outdated) result;
      return new Result(
          outdated.asset().toString(),
          "outdated",
          false,
          outdated.inForce(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          merged(result));
    }

    private static List<String> merged(SnapshotResult result) {
      return result.merges().stream().map(merge -> merge.merged().toString()).toList();
    }
  }
}
