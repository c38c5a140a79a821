package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a PostgreSQL server tells about itself in {@code postmaster.pid}. */
record PostmasterFile(long pid, String started, String status) {
  private static final int STARTED_LINE = 2;
  private static final int STATUS_LINE = 7;

  /** The file's content; empty when there is none, or not all of it yet. */
  static Optional<PostmasterFile> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() <= STARTED_LINE) {
        return Optional.empty();
      }
      String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "starting";
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()), lines.get(STARTED_LINE).strip(), status));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean isReady() {
    return status.equals("ready");
  }

  /**
   * The process, if it lives and is a server on that directory rather than a stranger with its
   * number.
   */
  Optional<ProcessHandle> running(Path data) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(p -> p.info().commandLine().orElse("").contains(data.toString()));
  }
}
