package io.eventsec.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What probes cost: measures and prints. By hand, with {@code -Dprobes.seconds=5}. */
@EnabledIfSystemProperty(named = "probes.seconds", matches = "[1-9][0-9]?")
class ProbeCostIT {
  private static final List<String> PATHS =
      List.of("/health/live", "/health/started", "/health/ready", "/healthz", "/readyz");
  private static final int MANY = 200;
  private static final int CALLERS = 100;

  private final Duration time = Duration.ofSeconds(Integer.getInteger("probes.seconds", 1));

  @BeforeEach
  void ready() {
    await(200);
  }

  @Test
  void everythingUp() throws Exception {
    measure("warming", "/readyz", Probers.hasty(ItServers.application()), MANY);
    measure("up");
  }

  @Test
  void databaseAway() throws Exception {
    ItServers.postgres().stop();
    try {
      await(503);
      measure("database away");
    } finally {
      ItServers.postgres().start();
    }
    await(200);
  }

  @Test
  void databaseHangs() throws Exception {
    try (Stopped hanging = Stopped.postgres()) {
      await(503);
      measure("database hangs, " + hanging.processes() + " processes stopped");
    }
    await(200);
  }

  @Test
  void databaseHangs_andCallsWaitForIt() throws Exception {
    String cookie = "Cookie: " + Client.administrator().header("Cookie") + "\r\n";
    Probers probers = Probers.hasty(ItServers.application());
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (Stopped hanging = Stopped.postgres()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.execute(() -> call(probers, cookie));
      }
      await(503);
      measure("database hangs, " + CALLERS + " callers wait for it");
    } finally {
      callers.shutdownNow();
    }
    await(200);
  }

  private static void call(Probers probers, String cookie) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        probers.status("/api/v1/alerts", cookie);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void measure(String state) throws Exception {
    for (String path : PATHS) {
      Probers hasty = Probers.hasty(ItServers.application());
      measure(state, path, hasty, 1);
      measure(state, path, Probers.calm(ItServers.application(), Duration.ofSeconds(1)), MANY);
      measure(state, path, hasty, MANY);
    }
  }

  private void measure(String state, String path, Probers probers, int many) throws Exception {
    System.out.printf(
        "probes: %s: %s, %d %s: %s%n",
        state, path, many, probers.kind(), probers.askFor(path, many, time));
  }

  /** On connections of its own: those of the other clients may be what waits. */
  private static void await(int status) {
    Probers probers = Probers.hasty(ItServers.application());
    Await.until(
        () -> {
          try {
            return probers.status("/readyz");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        found -> found == status);
  }
}
