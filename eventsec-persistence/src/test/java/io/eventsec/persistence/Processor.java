package io.eventsec.persistence;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The processor time of this process and of those that it has started, the database's among them:
 * what a figure is worth where other work is done beside it.
 */
final class Processor {
  private final Duration began = used();

  /** Since this was made; in milliseconds. */
  long millis() {
    return used().minus(began).toMillis();
  }

  private static Duration used() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
