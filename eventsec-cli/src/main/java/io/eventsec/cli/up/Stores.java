package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.EmbeddedServerException;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.search.OpenSearchConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database and the search of an installation, for a command that works on them: those that the
 * environment names, as for {@code up}; else those of a data directory, started for as long as they
 * are needed if they do not run. Not thread-safe; what was started is stopped by {@link #close()}.
 */
public final class Stores implements AutoCloseable {
  private final Path data;
  private final Map<String, String> environment;
  private final Terminal terminal;
  private final Optional<StoresFile> running;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private @Nullable DataDirectory held;

  private Stores(
      Path data, Map<String, String> environment, Terminal terminal, Optional<StoresFile> running) {
    this.data = data;
    this.environment = environment;
    this.terminal = terminal;
    this.running = running;
  }

  /**
   * Those of an installation that may run or not.
   *
   * @throws CommandFailedException if a store is in the directory and the directory is not there
   */
  public static Stores toRead(Path data, Map<String, String> environment, Terminal terminal)
      throws IOException {
    Path root = data.toAbsolutePath().normalize();
    boolean needed = DatabaseAccess.of(environment).isEmpty() || searchOf(environment).isEmpty();
    if (needed && !Files.isDirectory(root)) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "there is no installation in " + root,
          "name its directory with --data, or its stores with EVENTSEC_DB_URL and"
              + " EVENTSEC_OPENSEARCH_URL");
    }
    Optional<StoresFile> running =
        needed && DataDirectory.isHeld(root)
            ? Optional.of(StoresFile.read(root))
            : Optional.empty();
    return new Stores(root, environment, terminal, running);
  }

  /** Those of an installation that does not run, made if it is not there. */
  public static Stores toFill(Path data, Map<String, String> environment, Terminal terminal) {
    return new Stores(data.toAbsolutePath().normalize(), environment, terminal, Optional.empty());
  }

  /**
   * The database, which is not asked yet. Connections are not pooled.
   *
   * @throws CommandFailedException if it is misnamed or can't be started
   */
  public DataSource database() throws IOException {
    DatabaseAccess access = access();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.url());
    source.setUser(access.user());
    source.setPassword(access.password());
    source.setLogServerErrorDetail(false); // it quotes rows
    source.setApplicationName("eventsec");
    return source;
  }

  private DatabaseAccess access() throws IOException {
    Optional<DatabaseAccess> given = DatabaseAccess.of(environment);
    if (given.isPresent()) {
      return given.get();
    }
    if (running.isPresent()) {
      return running.get().access(data);
    }
    EmbeddedPostgres postgres =
        new EmbeddedPostgres(
            PostgresConfig.durable(directory().resolve("postgres"))
                .withBinaries(data.resolve("binaries")));
    opened.push(postgres);
    begin(
        "PostgreSQL",
        () -> {
          postgres.start();
          postgres.createDatabase(Installation.DATABASE);
        });
    return new DatabaseAccess(
        postgres.jdbcUrl(Installation.DATABASE), postgres.user(), postgres.password());
  }

  /**
   * The search.
   *
   * @throws CommandFailedException if it is misnamed or can't be started
   */
  public OpenSearchConnection search() throws IOException {
    String url = searchUrl();
    try {
      OpenSearchConnection.Builder builder = OpenSearchConnection.to(url);
      String user = environment.getOrDefault("EVENTSEC_OPENSEARCH_USER", "").strip();
      if (!user.isEmpty()) {
        builder.credentials(user, GivenPassword.of(environment, GivenPassword.SEARCH));
      }
      OpenSearchConnection connection = builder.build();
      opened.push(connection);
      return connection;
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          String.valueOf(e.getMessage()),
          "check EVENTSEC_OPENSEARCH_URL and EVENTSEC_OPENSEARCH_USER",
          e);
    }
  }

  private String searchUrl() throws IOException {
    Optional<String> given = searchOf(environment);
    if (given.isPresent()) {
      return given.get();
    }
    if (running.isPresent()) {
      return running.get().search();
    }
    EmbeddedOpenSearch search =
        new EmbeddedOpenSearch(
            OpenSearchConfig.durable(directory().resolve("opensearch"))
                .withBinaries(data.resolve("binaries")));
    opened.push(search);
    begin("OpenSearch", search::start);
    return search.url();
  }

  private void begin(String name, Runnable start) {
    long began = System.nanoTime();
    try {
      start.run();
    } catch (EmbeddedServerException e) {
      throw new CommandFailedException(ExitStatus.FAILED, String.valueOf(e.getMessage()), "", e);
    }
    terminal.note(Running.line(name, "started in", began, "").stripLeading());
  }

  /** The directory, held so that nobody starts an installation on it meanwhile. */
  private DataDirectory directory() {
    DataDirectory directory = held;
    if (directory == null) {
      directory = DataDirectory.open(data);
      held = directory;
      opened.addLast(directory);
    }
    return directory;
  }

  private static Optional<String> searchOf(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("EVENTSEC_OPENSEARCH_URL"))
        .filter(url -> !url.isBlank());
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) { // the others must be closed whatever this one says
        terminal.fail("a server did not stop: " + e.getMessage(), "");
      }
    }
  }
}
