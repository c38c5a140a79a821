package io.eventsec.embedded.test;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The processor time of this process and of those that it has started, servers among them: what a
 * figure is worth where other work is done beside it. What processes have used that ended meanwhile
 * is not in it. Immutable and thread-safe.
 */
public final class ProcessorTime {
  private final Duration began = used();

  /** Since this was made; in milliseconds. */
  public long millis() {
    return used().minus(began).toMillis();
  }

  private static Duration used() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
