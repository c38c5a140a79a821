package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out that a port is taken before anything is started. */
final class PortCheck {
  private PortCheck() {}

  /**
   * Does nothing if the port is free.
   *
   * @throws CommandFailedException if another program listens there
   */
  static void free(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true); // as the server does: a connection that lingers is no listener
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "port " + port + " is not to be had: " + e.getMessage(),
          "stop the program that listens there, or choose another port with --port",
          e);
    }
  }
}
