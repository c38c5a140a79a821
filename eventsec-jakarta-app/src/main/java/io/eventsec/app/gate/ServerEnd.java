package io.eventsec.app.gate;

import io.eventsec.app.config.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the server with a status, for a node that has done what it was started for; once. A server
 * that is told to end while it starts complains with stacks, so its end waits until it has started:
 * its port opens then.
 */
final class ServerEnd {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CONNECT_MILLIS = 1000;
  private static final int PAUSE_MILLIS = 100;

  private final HttpSettings http;
  private final AtomicBoolean begun = new AtomicBoolean();

  ServerEnd(HttpSettings http) {
    this.http = http;
  }

  /** On a thread of its own: the server's start and its orderly end wait for whoever calls this. */
  void with(int status) {
    if (begun.compareAndSet(false, true)) {
      Thread end = new Thread(() -> endStarted(status), "eventsec-end");
      end.setDaemon(true);
      end.start();
    }
  }

  private void endStarted(int status) {
    try {
      awaitStarted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      System.exit(status);
    }
  }

  private void awaitStarted() throws InterruptedException {
    int port = http.port() == -1 ? http.httpsPort() : http.port();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (port != -1 && !listens(port) && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private InetAddress address() throws IOException {
    return http.host().equals("*")
        ? InetAddress.getLoopbackAddress()
        : InetAddress.getByName(http.host());
  }
}
