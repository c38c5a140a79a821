package io.eventsec.app.gate;

/** Ends the server with a status, for a node that has done what it was started for. */
final class ServerEnd {
  private ServerEnd() {}

  /** On a thread of its own: the server's orderly end waits for the calls that are under way. */
  static void with(int status) {
    Thread end = new Thread(() -> System.exit(status), "eventsec-end");
    end.setDaemon(true);
    end.start();
  }
}
