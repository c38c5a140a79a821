package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a child over the death of its parent: number and time of start, since numbers are used
 * again.
 */
record ChildFile(Path path) {
  void remember(ProcessHandle child) throws ServerFailure {
    try {
      Files.writeString(path, child.pid() + "\n" + startOf(child) + "\n");
    } catch (IOException e) {
      throw new ServerFailure("cannot write " + path, Diagnosis.cure(e.toString()), e);
    }
  }

  /**
   * Waits for the child of an earlier run, which stops by itself, and ends it when it takes too
   * long.
   */
  void awaitEnd(Duration time) throws ServerFailure {
    Optional<ProcessHandle> child = running();
    if (child.isEmpty()) {
      return;
    }
    if (!Deadline.in(time).awaitEnd(child.get())) {
      child.get().destroyForcibly();
    }
  }

  private Optional<ProcessHandle> running() {
    try {
      List<String> lines = Files.readAllLines(path);
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(ProcessHandle::isAlive)
          .filter(child -> startOf(child).equals(lines.get(1)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String startOf(ProcessHandle child) {
    return child.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
