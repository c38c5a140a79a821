package io.eventsec.embedded;

import java.util.OptionalInt;

/** Rules for values of a configuration. */
final class ConfigChecks {
  private static final int MAX_PORT = 65_535;
  private static final int MIN_HEAP_MEGABYTES = 128;

  private ConfigChecks() {}

  static OptionalInt port(int port) {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "port " + port + " is not between 1 and 65535; leave it out for any free port");
    }
    return OptionalInt.of(port);
  }

  static int heapMegabytes(int heap) {
    if (heap < MIN_HEAP_MEGABYTES) {
      throw new IllegalArgumentException(
          "a heap of " + heap + " MB is too small for OpenSearch; give it 128 or more");
    }
    return heap;
  }
}
