package io.eventsec.embedded.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class Ports {
  private Ports() {}

  /** A port that was free a moment ago. */
  public static int free() throws ServerFailure {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new ServerFailure("no free port on 127.0.0.1", "end a program that holds many", e);
    }
  }

  static void requireFree(int port, String server) throws ServerFailure {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // connections of the last run may still be fading
      socket.bind(new InetSocketAddress(loopback(), port), 1);
    } catch (IOException e) {
      throw new ServerFailure(
          "port " + port + " of 127.0.0.1, which " + server + " is to use, cannot be taken",
          "stop the program that listens there (ss -ltnp shows it), or choose another port",
          e);
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
