package io.eventsec.embedded.test;

import io.eventsec.embedded.internal.Ports;
import io.eventsec.embedded.internal.ServerFailure;

/** Ports of the loopback address for servers that tests start themselves. Thread-safe. */
public final class TestPorts {
  private TestPorts() {}

  /**
   * A port that was free a moment ago, and which no outgoing connection takes until the server
   * listens there: those that the system gives when it is asked for any are also what it gives to
   * connections.
   *
   * @throws IllegalStateException if none is found
   */
  public static int free() {
    try {
      return Ports.free();
    } catch (ServerFailure e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
