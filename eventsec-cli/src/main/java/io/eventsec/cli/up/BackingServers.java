package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.EmbeddedServer;
import io.eventsec.embedded.EmbeddedServerException;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL and OpenSearch: children of this process, or the ones that the environment names. */
final class BackingServers implements AutoCloseable {
  private static final String DATABASE = "eventsec";

  private final Progress progress;
  private final Map<String, String> environment;
  private final Optional<EmbeddedPostgres> postgres;
  private final Optional<EmbeddedOpenSearch> openSearch;

  BackingServers(Progress progress, DataDirectory data, Map<String, String> environment) {
    this.progress = progress;
    this.environment = environment;
    this.postgres =
        environment.containsKey("EVENTSEC_DB_URL")
            ? Optional.empty()
            : Optional.of(
                new EmbeddedPostgres(
                    PostgresConfig.durable(data.postgres()).withSetting("max_connections", "60")));
    this.openSearch =
        environment.containsKey("EVENTSEC_OPENSEARCH_URL")
            ? Optional.empty()
            : Optional.of(new EmbeddedOpenSearch(OpenSearchConfig.durable(data.openSearch())));
  }

  /** Starts what is ours, both at the same time. */
  void start() {
    CompletableFuture<Void> search =
        CompletableFuture.runAsync(() -> openSearch.ifPresent(this::start));
    try {
      postgres.ifPresent(this::start);
    } finally {
      // Even a failed start waits: a child half started cannot be stopped.
      search.handle((done, failure) -> done).join();
    }
    try {
      search.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void start(EmbeddedPostgres server) {
    progress.step(
        "PostgreSQL started",
        () -> {
          server.start();
          server.createDatabase(DATABASE);
          return server;
        });
  }

  private void start(EmbeddedOpenSearch server) {
    progress.step("OpenSearch started", server::start);
  }

  Database database() {
    return postgres
        .map(server -> new Database(server.jdbcUrl(DATABASE), server.user(), server.password()))
        .orElseGet(this::givenDatabase);
  }

  private Database givenDatabase() {
    return new Database(
        environment.get("EVENTSEC_DB_URL"),
        environment.getOrDefault("EVENTSEC_DB_USER", DATABASE),
        password());
  }

  private String password() {
    String file = environment.get("EVENTSEC_DB_PASSWORD_FILE");
    if (file == null) {
      return environment.getOrDefault("EVENTSEC_DB_PASSWORD", "");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the file " + file + " that EVENTSEC_DB_PASSWORD_FILE names cannot be read: " + e,
          "name a file that this user can read",
          e);
    }
  }

  String openSearchUrl() {
    return openSearch
        .map(EmbeddedOpenSearch::url)
        .orElseGet(() -> environment.get("EVENTSEC_OPENSEARCH_URL"));
  }

  /** Why one of ours is not running any more; empty while all is well. */
  Optional<String> failure() {
    if (postgres.isPresent() && !postgres.get().isRunning()) {
      return Optional.of("PostgreSQL ended by itself; see " + postgres.get().log());
    }
    if (openSearch.isPresent() && !openSearch.get().isRunning()) {
      return Optional.of("OpenSearch ended by itself; see " + openSearch.get().log());
    }
    return Optional.empty();
  }

  /** Stops OpenSearch, then PostgreSQL. */
  @Override
  public void close() {
    openSearch.ifPresent(server -> stop("OpenSearch stopped", server));
    postgres.ifPresent(server -> stop("PostgreSQL stopped", server));
  }

  private void stop(String what, EmbeddedServer server) {
    if (!server.isRunning()) {
      server.close();
      return;
    }
    try {
      progress.step(
          what,
          () -> {
            server.close();
            return server;
          });
    } catch (EmbeddedServerException e) {
      progress.warn(String.valueOf(e.getMessage()));
    }
  }
}
