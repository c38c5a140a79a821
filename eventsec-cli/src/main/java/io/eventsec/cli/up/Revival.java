package io.eventsec.cli.up;

import io.eventsec.cli.terminal.Terminal;
import io.eventsec.embedded.EmbeddedServer;
import io.eventsec.embedded.EmbeddedServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Starts servers again that have ended by themselves. Servers may be added by any thread. */
final class Revival {
  private final Running running;
  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private final List<Watched> watched = new ArrayList<>();

  private record Watched(String name, EmbeddedServer server, Retry retry) {}

  Revival(Running running, Terminal terminal, LongSupplier nanoTime) {
    this.running = running;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  /** Watches a server that runs. */
  void watch(String name, EmbeddedServer server) {
    synchronized (watched) {
      watched.add(new Watched(name, server, new Retry(nanoTime)));
    }
  }

  /** Starts each that has ended and whose time has come; never fails. */
  void look() {
    List<Watched> servers;
    synchronized (watched) {
      servers = List.copyOf(watched);
    }
    for (Watched server : servers) {
      if (!server.server().isRunning() && !running.isStopping() && server.retry().isDue()) {
        revive(server);
      }
    }
  }

  private void revive(Watched ended) {
    if (!ended.retry().hasFailed()) {
      terminal.note(
          ended.name() + " ended by itself; starting it again (log: %s)", ended.server().log());
    }
    long began = System.nanoTime();
    try {
      ended.server().start();
      ended.retry().succeeded();
      terminal.print(Running.line(ended.name(), "ready in", began, "again"));
    } catch (EmbeddedServerException e) {
      terminal.note(String.valueOf(e.getMessage()));
      terminal.note("Next attempt in %s s.", ended.retry().failed().toSeconds());
    }
  }
}
