package io.eventsec.cli.follow;

import io.eventsec.cli.cut.BatchLimits;
import io.eventsec.cli.send.IngestClient;
import io.eventsec.cli.send.IngestTarget;
import io.eventsec.cli.send.Patience;
import io.eventsec.cli.send.StubReceiver;
import io.eventsec.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** A collector in this process, over a directory of logs, that can be stopped and started again. */
final class Collector implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Those of a collector in a hurry. */
  private static final FollowTimes TIMES =
      new FollowTimes(
          Duration.ofMillis(10),
          Duration.ofMillis(30),
          Duration.ofMillis(300),
          Duration.ofMillis(600),
          Duration.ofMinutes(5),
          Duration.ofMillis(100),
          Duration.ofMillis(50),
          Duration.ofSeconds(10));

  final StubReceiver server = new StubReceiver();
  final Path home;
  final Path logs;
  final Path health;
  private final StringWriter said = new StringWriter();
  private List<String> names;
  private List<Path> archives = List.of();
  private int batch = 10;
  private int mostFiles = 100;
  private String token = StubReceiver.TOKEN;
  private Optional<Thread> running = Optional.empty();
  private Stop stop = new Stop();
  private volatile Optional<Throwable> failure = Optional.empty();

  Collector(Path home) throws IOException {
    this.home = home;
    this.logs = Files.createDirectories(home.resolve("logs"));
    this.health = home.resolve("health.json");
    this.names = List.of(logs.resolve("eve.json").toString());
  }

  Collector names(String... relative) {
    names = Arrays.stream(relative).map(name -> logs + "/" + name).toList();
    return this;
  }

  Collector archive(Path directory) {
    archives = List.of(directory);
    return this;
  }

  Collector batch(int records) {
    batch = records;
    return this;
  }

  Collector mostFiles(int most) {
    mostFiles = most;
    return this;
  }

  Collector token(String other) {
    token = other;
    return this;
  }

  Collector start() {
    FollowPlan plan =
        new FollowPlan(
            names,
            archives,
            home.resolve("state"),
            BatchLimits.of(batch),
            3,
            mostFiles,
            Optional.of(health),
            TIMES);
    Terminal terminal =
        new Terminal(new PrintWriter(said, true), new PrintWriter(said, true), false);
    IngestClient client =
        new IngestClient(
            new IngestTarget(URI.create(server.url()), "suricata", token),
            new Patience(Optional.empty()),
            reason -> {});
    stop = new Stop();
    Stop mine = stop;
    Thread thread =
        new Thread(
            () -> {
              try {
                new Follower(plan, client, terminal, mine).run();
              } catch (Throwable e) {
                failure = Optional.of(e);
              }
            },
            "collector");
    thread.start();
    running = Optional.of(thread);
    return this;
  }

  void stop() throws InterruptedException {
    stop.ask();
    if (running.isPresent()) {
      running.get().join(PATIENCE.toMillis());
    }
    running = Optional.empty();
    failure.ifPresent(
        e -> {
          throw new AssertionError("The collector failed; it said " + said, e);
        });
  }

  boolean isRunning() {
    return running.isPresent() && running.get().isAlive();
  }

  Throwable failure() {
    return failure.orElseThrow();
  }

  String said() {
    return said.toString();
  }

  Path log(String name) {
    return logs.resolve(name);
  }

  /** Waits until so many lines have come. */
  void awaitLines(int count) {
    await(() -> server.count() >= count);
  }

  void await(Callable<Boolean> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() > end) {
          throw new AssertionError(
              "Not within " + PATIENCE + "; " + server.count() + " lines; it said " + said,
              failure.orElse(null));
        }
        LockSupport.parkNanos(5_000_000);
      }
    } catch (AssertionError e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("The condition could not be looked at", e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    try {
      stop();
    } finally {
      server.close();
    }
  }
}
