package io.eventsec.cli.follow;

import io.eventsec.cli.cut.BatchLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a collector does.
 *
 * @param names files, directories and patterns to follow
 * @param archives directories that rotation moves files to
 * @param state where positions are kept, for this server and source alone
 * @param limits how large a batch may be
 * @param inFlight how many batches are sent at a time
 * @param mostFiles how many files are open at a time
 * @param health the file to tell in how it is
 * @param times how long it waits for what
 */
public record FollowPlan(
    List<String> names,
    List<Path> archives,
    Path state,
    BatchLimits limits,
    int inFlight,
    int mostFiles,
    Optional<Path> health,
    FollowTimes times) {
  /** Copies the lists. */
  public FollowPlan {
    names = List.copyOf(names);
    archives = List.copyOf(archives);
  }
}
