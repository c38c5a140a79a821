package io.eventsec.app.log;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All messages. */
public final class Catalogue {
  private Catalogue() {}

  /** Every message of every area, by id. */
  public static List<LogMessage> all() {
    return Stream.<LogMessage[]>of(
            StartMessages.values(),
            WorkerMessages.values(),
            SyslogMessages.values(),
            RequestMessages.values(),
            SecurityMessages.values())
        .flatMap(Arrays::stream)
        .toList();
  }
}
