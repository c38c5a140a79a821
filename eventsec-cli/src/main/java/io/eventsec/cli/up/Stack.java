package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The children of one {@code up}, in the order in which they depend on each other. SIGINT and
 * SIGTERM stop them in the reverse order before this process ends; if it is killed outright they
 * notice and stop by themselves.
 */
final class Stack implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(5);

  private final Progress progress;
  private final Installation installation;
  private final DataDirectory data;
  private final BackingServers servers;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread onSignal = new Thread(this::signalled, "eventsec-stop");
  private @Nullable LibertyServer application;
  private boolean closed;

  Stack(Progress progress, Installation installation, DataDirectory data) {
    this.progress = progress;
    this.installation = installation;
    this.data = data;
    this.servers = new BackingServers(progress, data, System.getenv());
    Runtime.getRuntime().addShutdownHook(onSignal);
  }

  /** Starts all of it and returns when the application is ready. */
  void start(Settings settings) {
    servers.start();
    synchronized (this) {
      requireOpen();
      application =
          LibertyServer.start(
              installation,
              data,
              settings.environment(servers.database(), servers.openSearchUrl()));
    }
    progress.step(
        "Application ready", () -> new Readiness(settings.base()).await(READY, this::failure));
  }

  Database database() {
    return servers.database();
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new CommandFailedException(ExitStatus.FAILED, "stopped before it was ready", "");
    }
  }

  private synchronized Optional<String> failure() {
    if (closed) {
      return Optional.of("Stopped before it was ready");
    }
    Optional<String> ended = servers.failure();
    return ended.isPresent() || application == null ? ended : application.failure();
  }

  /** Stays until told to stop, which is true, or until a child has ended by itself. */
  boolean stay() {
    try {
      while (!stopping.await(1, TimeUnit.SECONDS)) {
        Optional<String> failure = failure();
        if (failure.isPresent()) {
          progress.warn(failure.get());
          return false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private void signalled() {
    progress.say("");
    stopping.countDown();
    close();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    LibertyServer running = application;
    if (running != null) {
      progress.step(
          "Application stopped",
          () -> {
            running.close();
            return running;
          });
    }
    servers.close();
  }
}
