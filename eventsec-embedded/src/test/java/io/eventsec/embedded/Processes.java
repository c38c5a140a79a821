package io.eventsec.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.internal.Deadline;
import io.eventsec.embedded.internal.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What runs on a directory, by the command lines of all processes. */
final class Processes {
  private Processes() {}

  static List<ProcessHandle> on(Path directory) {
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(p -> p.pid() != self)
        .filter(p -> p.info().commandLine().orElse("").contains(directory.toString()))
        .toList();
  }

  static void awaitNone(Path directory) throws ServerFailure {
    Deadline deadline = Deadline.in(Duration.ofSeconds(60));
    while (!on(directory).isEmpty() && !deadline.passed()) {
      deadline.step();
    }
    assertThat(on(directory).stream().map(p -> p.info().commandLine().orElse("?"))).isEmpty();
  }

  /** The session a process belongs to; Linux only. */
  static String session(long pid) throws IOException {
    return stat(pid)[3];
  }

  /** Its nice value; Linux only. */
  static String nice(long pid) throws IOException {
    return stat(pid)[16];
  }

  /** The file that says how its session shares the cores; there is none without autogroups. */
  static Path autogroup(long pid) {
    return Path.of("/proc", Long.toString(pid), "autogroup");
  }

  /** What follows the name in its status line, proc_pid_stat(5). */
  private static String[] stat(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }
}
