package io.eventsec.app.it;

import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.embedded.test.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The servers of the application under test; tests stop and start them. */
final class ItServers {
  static final String DATABASE = "eventsec";
  static final String SENSOR_TOKEN = "it-sensor-token-0123456789abcdef0123456789abcdef";

  static final String METRICS_TOKEN = "it-metrics-token-0123456789abcdef0123456789abcde";

  private static @Nullable EmbeddedPostgres postgres;
  private static @Nullable EmbeddedOpenSearch openSearch;

  private ItServers() {}

  static void start() {
    try {
      Path home = Files.createTempDirectory("eventsec-it");
      EmbeddedPostgres database =
          new EmbeddedPostgres(
              PostgresConfig.fast(home.resolve("postgres")).withBinaries(TestServers.binaries()));
      EmbeddedOpenSearch search =
          new EmbeddedOpenSearch(
              OpenSearchConfig.fast(home.resolve("opensearch"))
                  .withBinaries(TestServers.binaries()));
      CompletableFuture<?> starting = CompletableFuture.runAsync(search::start);
      database.start();
      database.createDatabase(DATABASE);
      starting.join();
      postgres = database;
      openSearch = search;
      configureLiberty(home, database, search);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmbeddedPostgres postgres() {
    return started(postgres);
  }

  static EmbeddedOpenSearch openSearch() {
    return started(openSearch);
  }

  /** Where the application is. */
  static URI application() {
    return URI.create("http://127.0.0.1:" + System.getProperty("eventsec.it.http.port"));
  }

  static Path setupToken() {
    return Path.of(System.getProperty("eventsec.it.setup.file"));
  }

  /** Where Liberty logs to. */
  static Path logs() {
    return server().resolve("logs");
  }

  static void close() {
    if (openSearch != null) {
      openSearch.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private static void configureLiberty(
      Path home, EmbeddedPostgres database, EmbeddedOpenSearch search) throws IOException {
    int port = freePort();
    Path tokenFile = Files.writeString(home.resolve("sensor-token"), SENSOR_TOKEN + "\n");
    Path passwordFile = Files.writeString(home.resolve("db-password"), database.password() + "\n");
    Path metricsFile = Files.writeString(home.resolve("metrics-token"), METRICS_TOKEN + "\n");
    Path setupFile = home.resolve("setup-token");
    System.setProperty("eventsec.it.http.port", Integer.toString(port));
    System.setProperty("eventsec.it.setup.file", setupFile.toString());
    List<String> environment =
        List.of(
            "EVENTSEC_DB_URL=" + database.jdbcUrl(DATABASE),
            "EVENTSEC_DB_USER=" + database.user(),
            "EVENTSEC_DB_PASSWORD_FILE=" + passwordFile,
            "EVENTSEC_OPENSEARCH_URL=" + search.url(),
            "EVENTSEC_HTTP_PORT=" + port,
            "EVENTSEC_SETUP_LINK_FILE=" + setupFile,
            "EVENTSEC_SENSOR_TOKEN_FILE=" + tokenFile,
            "EVENTSEC_METRICS_TOKEN_FILE=" + metricsFile,
            "EVENTSEC_INGEST_MAX_BYTES=1048576",
            "EVENTSEC_WORKER_POLL=PT0.2S");
    Files.write(server().resolve("server.env"), environment);
  }

  /** The directory of the server under test. */
  static Path server() {
    return Path.of(System.getProperty("eventsec.wlp"), "usr", "servers")
        .resolve(System.getProperty("eventsec.it.server"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static <T> T started(@Nullable T server) {
    if (server == null) {
      throw new IllegalStateException("The servers have not been started");
    }
    return server;
  }
}
