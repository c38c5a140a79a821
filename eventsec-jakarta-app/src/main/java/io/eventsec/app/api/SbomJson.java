package io.eventsec.app.api;

import io.eventsec.persistence.inventory.SnapshotResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a bill of materials.
 *
 * @param assetId of which asset it was
 * @param outcome recorded; or outdated, and nothing is changed because one as new or newer is in
 *     force
 * @param created true if the asset was not known before
 * @param takenAt the time that it was taken in under
 * @param inForceSince when the snapshot that is in force now was taken
 * @param installed components that were not there before, in no version
 * @param upgraded components that are there in another version than before
 * @param removed components that are there no more
 * @param unchanged components that are there as before
 * @param merged other assets that have turned out to be this one, by id
 * @param leftOut components that could not be taken in
 * @param problems why not, and what could not be read of others; the first 50
 */
public record SbomJson(
    String assetId,
    String outcome,
    boolean created,
    Instant takenAt,
    Instant inForceSince,
    Optional<Integer> installed,
    Optional<Integer> upgraded,
    Optional<Integer> removed,
    Optional<Integer> unchanged,
    List<String> merged,
    int leftOut,
    List<String> problems) {
  private static final int MOST_PROBLEMS = 50;

  static SbomJson of(SbomReader.Read read, SnapshotResult result) {
    Instant takenAt = read.snapshot().takenAt();
    SnapshotJson.Result snapshot = SnapshotJson.Result.of(result, takenAt);
    return new SbomJson(
        snapshot.assetId(),
        snapshot.outcome(),
        snapshot.created(),
        takenAt,
        snapshot.inForceSince(),
        snapshot.installed(),
        snapshot.upgraded(),
        snapshot.removed(),
        snapshot.unchanged(),
        snapshot.merged(),
        read.leftOut(),
        read.problems().stream().limit(MOST_PROBLEMS).map(Values::shown).toList());
  }
}
