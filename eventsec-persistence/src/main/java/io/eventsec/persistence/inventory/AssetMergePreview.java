package io.eventsec.persistence.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What would become of two assets, if people said that they are one. {@code AssetMerging} does it;
 * a test holds the two together.
 *
 * @param survivor the one that would stay, as it is
 * @param other the one that would become part of it, as it is
 * @param after the one that stays, as it would be
 * @param belongings what the other would bring along
 */
public record AssetMergePreview(
    AssetRecord survivor, AssetRecord other, AssetRecord after, Belongings belongings) {

  /**
   * What belongs to an asset.
   *
   * @param findings how many that are not fixed; those of what both have are there once afterwards
   * @param incidents in how many incidents it is
   */
  public record Belongings(long findings, long incidents) {}

  static AssetMergePreview of(AssetRecord survivor, AssetRecord other, Belongings belongings) {
    return new AssetMergePreview(survivor, other, after(survivor, other), belongings);
  }

  private static AssetRecord after(AssetRecord survivor, AssetRecord other) {
    // What people said of the other counts where nobody has said a thing of the one that stays.
    AssetRecord said = survivor.described() ? survivor : other;
    return new AssetRecord(
        survivor.id(),
        survivor.tenant(),
        identity(survivor.identity(), other.identity()),
        said.criticality(),
        said.tags(),
        said.description(),
        said.ownerTeam(),
        first(survivor, other, AssetRecord::firstSeenAt),
        last(survivor, other, asset -> Optional.of(asset.lastSeenAt())).orElseThrow(),
        last(survivor, other, AssetRecord::lastSnapshotAt),
        newer(survivor, other).components(),
        said.described(),
        Math.max(survivor.revision(), other.revision()) + 1);
  }

  private static AssetIdentity identity(AssetIdentity survivor, AssetIdentity other) {
    Set<String> addresses = new TreeSet<>(survivor.addresses());
    addresses.addAll(other.addresses());
    return new AssetIdentity(
        survivor.agentId().or(other::agentId),
        survivor.cloudId().or(other::cloudId),
        survivor.hostname(),
        addresses);
  }

  private static Instant first(
      AssetRecord survivor, AssetRecord other, Function<AssetRecord, Instant> of) {
    return Stream.of(survivor, other).map(of).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Optional<Instant> last(
      AssetRecord survivor, AssetRecord other, Function<AssetRecord, Optional<Instant>> of) {
    return Stream.of(survivor, other)
        .map(of)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** The one whose snapshot was taken later: of what is installed it has the last word. */
  private static AssetRecord newer(AssetRecord survivor, AssetRecord other) {
    Instant mine = survivor.lastSnapshotAt().orElse(Instant.MIN);
    return other.lastSnapshotAt().filter(theirs -> theirs.isAfter(mine)).isPresent()
        ? other
        : survivor;
  }
}
