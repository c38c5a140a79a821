package io.eventsec.embedded.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
  private static final int FIRST = 20_000;
  private static final int BEHIND = 32_000;
  private static final int TRIES = 100;

  private Ports() {}

  /**
   * A port that was free a moment ago. Not one of those the system gives to outgoing connections:
   * such a connection could take it while the server is stopped, and a client that keeps trying
   * could even reach itself.
   */
  public static int free() throws ServerFailure {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND);
      if (isFree(port)) {
        return port;
      }
    }
    throw new ServerFailure(
        "none of " + TRIES + " ports tried between " + FIRST + " and " + BEHIND + " is free",
        "end a program that holds many, or choose a port");
  }

  private static boolean isFree(int port) {
    try {
      take(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void take(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // connections of the last run may still be fading
      socket.bind(new InetSocketAddress(loopback(), port), 1);
    }
  }

  static void requireFree(int port, String server) throws ServerFailure {
    try {
      take(port);
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
