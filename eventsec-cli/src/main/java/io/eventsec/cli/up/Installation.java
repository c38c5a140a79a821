package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.EmbeddedServer;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Starts everything, in an order that overlaps what can overlap, and keeps it running. */
final class Installation {
  static final String DATABASE = "eventsec";

  private static final long READY_NANOS = TimeUnit.MINUTES.toNanos(4);
  private static final long POLL_MILLIS = 100;
  private static final long WATCH_MILLIS = 1_000;

  private final UpPlan plan;
  private final Distribution distribution;
  private final Terminal terminal;
  private final Running running;
  private final Revival revival;

  Installation(UpPlan plan, Distribution distribution, Terminal terminal, Running running) {
    this.plan = plan;
    this.distribution = distribution;
    this.terminal = terminal;
    this.running = running;
    this.revival = new Revival(running, terminal, System::nanoTime);
  }

  /** What a started installation can be used by. */
  record Started(DataDirectory data, DatabaseAccess database, ApplicationServer server) {}

  /** Starts everything and returns when the application says that it is ready. */
  Started start() throws IOException, InterruptedException {
    PortCheck.free(plan.port());
    DataDirectory data = DataDirectory.open(plan.data());
    running.add("", data);
    CompletableFuture<DatabaseAccess> database = database(data);
    CompletableFuture<String> search = search(data);
    try {
      DatabaseAccess access = database.join();
      String searchUrl = search.join();
      new StoresFile(access.url(), access.user(), searchUrl).write(data.root());
      ApplicationServer server = application(new ServerSettings(plan, data, access, searchUrl));
      return new Started(data, access, server);
    } catch (CompletionException e) {
      throw failure(e);
    }
  }

  private CommandFailedException failure(CompletionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Running.StoppingException stopping) {
      throw stopping;
    }
    if (cause instanceof CommandFailedException failure) {
      return failure;
    }
    return new CommandFailedException(
        ExitStatus.FAILED, String.valueOf(cause == null ? e : cause.getMessage()), "", e);
  }

  private CompletableFuture<DatabaseAccess> database(DataDirectory data) {
    if (plan.database().isPresent()) {
      DatabaseAccess given = plan.database().get();
      given.check();
      terminal.print("  PostgreSQL   " + given.url() + " (given)");
      return CompletableFuture.completedFuture(given);
    }
    EmbeddedPostgres postgres =
        new EmbeddedPostgres(
            PostgresConfig.durable(data.resolve("postgres"))
                .withBinaries(data.resolve("binaries")));
    // Before the two start beside each other, so that they always stop in the same order.
    running.add("PostgreSQL", postgres);
    return CompletableFuture.supplyAsync(
        () -> {
          begin("PostgreSQL", postgres);
          postgres.createDatabase(DATABASE);
          return new DatabaseAccess(
              postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
        });
  }

  private CompletableFuture<String> search(DataDirectory data) {
    if (plan.search().isPresent()) {
      terminal.print("  OpenSearch   " + plan.search().get() + " (given)");
      return CompletableFuture.completedFuture(plan.search().get());
    }
    EmbeddedOpenSearch search =
        new EmbeddedOpenSearch(
            OpenSearchConfig.durable(data.resolve("opensearch"))
                .withBinaries(data.resolve("binaries")));
    running.add("OpenSearch", search);
    return CompletableFuture.supplyAsync(
        () -> {
          begin("OpenSearch", search);
          return search.url();
        });
  }

  private void begin(String name, EmbeddedServer server) {
    long began = System.nanoTime();
    server.start();
    revival.watch(name, server);
    terminal.print(Running.line(name, "ready in", began, "port " + server.port()));
  }

  private ApplicationServer application(ServerSettings settings)
      throws IOException, InterruptedException {
    ServerCommand command =
        new ServerCommand(
            distribution,
            settings.data().resolve("liberty"),
            System.getenv().getOrDefault(ServerCommand.OPTIONS, ""));
    ApplicationServer server = new ApplicationServer(command, settings.environment());
    running.add("Application", server);
    begin(server);
    return server;
  }

  private void begin(ApplicationServer server) throws IOException, InterruptedException {
    long began = System.nanoTime();
    server.start();
    Probe probe = new Probe(plan.port());
    while (!probe.isReady()) {
      revival.look(); // it may be waiting for just that
      if (running.awaitStop(POLL_MILLIS)) {
        throw new Running.StoppingException();
      }
      if (!server.isRunning()) {
        throw server.failure("ended before it was ready");
      }
      if (probe.isRefused()) {
        throw server.failure("was given settings that it does not understand");
      }
      if (System.nanoTime() - began > READY_NANOS) {
        throw server.failure("is not ready after 4 minutes: " + probe.report());
      }
    }
    terminal.print(Running.line("Application", "ready in", began, "port " + plan.port()));
  }

  /** Waits until it is to stop; what ends by itself until then is started again. */
  void watch(Started started) throws IOException, InterruptedException {
    ApplicationServer application = started.server();
    Retry retry = new Retry(System::nanoTime);
    while (!running.awaitStop(WATCH_MILLIS)) {
      revival.look();
      if (!application.isRunning() && !running.isStopping() && retry.isDue()) {
        restart(application, retry);
      }
    }
  }

  private void restart(ApplicationServer application, Retry retry)
      throws IOException, InterruptedException {
    if (!retry.hasFailed()) {
      terminal.note(String.valueOf(application.failure("ended by itself").getMessage()));
    }
    terminal.note("Starting it again.");
    try {
      begin(application);
      retry.succeeded();
    } catch (CommandFailedException e) {
      terminal.note(String.valueOf(e.getMessage()));
      if (!application.isRunning()) {
        terminal.note("Next attempt in %s s.", retry.failed().toSeconds());
      }
    }
  }
}
