package io.eventsec.cli.follow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a collector is.
 *
 * @param state {@code running}, {@code waiting} (the server takes nothing now), {@code refused} (it
 *     refuses a batch), {@code stopping}, {@code stopped}
 * @param acknowledged how many records the server has taken since the start
 * @param duplicates how many of those it had already
 * @param lastAcknowledged when it took the last ones
 * @param lastError the last thing that went wrong
 * @param files those that are open
 * @param resting how many are read to their end and closed
 * @param leftOut how many are not read because too many others are
 * @param problems what cannot be looked at, and why
 */
record CollectorHealth(
    String state,
    long acknowledged,
    long duplicates,
    Optional<Instant> lastAcknowledged,
    Optional<Notes.Problem> lastError,
    List<FileHealth> files,
    int resting,
    int leftOut,
    Map<Path, String> problems) {

  /** How many bytes of all files the server has not. */
  long lagBytes() {
    return files.stream().mapToLong(FileHealth::behind).sum();
  }

  /** Some of the files. */
  List<FileHealth> furthestBehind(int most) {
    return files.stream()
        .sorted(Comparator.comparingLong(FileHealth::behind).reversed())
        .limit(most)
        .toList();
  }
}
