package io.eventsec.app.it;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Servers that are there and do nothing: their connections stay open, and no answer comes. */
final class Stopped implements AutoCloseable {
  private final List<ProcessHandle> processes;

  private Stopped(List<ProcessHandle> processes) throws IOException {
    this.processes = processes;
    signal("-STOP");
  }

  /** The tests' PostgreSQL, all its processes. */
  static Stopped postgres() throws IOException {
    return new Stopped(
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
            .toList());
  }

  int processes() {
    return processes.size();
  }

  /** They go on where they were. */
  @Override
  public void close() throws IOException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException {
    for (ProcessHandle process : processes) {
      Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
      try {
        kill.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
