package io.eventsec.distribution;

import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.embedded.test.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL and an OpenSearch of a test's own, and nodes on them. */
final class NodeStores implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final EmbeddedOpenSearch openSearch;

  NodeStores(Path home) {
    postgres =
        new EmbeddedPostgres(
                PostgresConfig.fast(home.resolve("postgres")).withBinaries(TestServers.binaries()))
            .start();
    openSearch =
        new EmbeddedOpenSearch(
                OpenSearchConfig.fast(home.resolve("opensearch"))
                    .withBinaries(TestServers.binaries()))
            .start();
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  /**
   * Starts a node.
   *
   * @param directory of its own
   */
  Node node(String database, Path directory, String role) throws IOException {
    Files.createDirectories(directory);
    Map<String, String> settings = new HashMap<>();
    settings.put("EVENTSEC_DB_URL", postgres.jdbcUrl(database));
    settings.put("EVENTSEC_DB_USER", postgres.user());
    settings.put("EVENTSEC_DB_PASSWORD", postgres.password());
    settings.put("EVENTSEC_OPENSEARCH_URL", openSearch.url());
    settings.put("EVENTSEC_SETUP_LINK_FILE", directory.resolve("setup").toString());
    return Node.start(directory, role, settings);
  }

  /** What PostgreSQL's log complains of. */
  List<String> complaints() throws IOException {
    try (var lines = Files.lines(postgres.log())) {
      return lines.filter(line -> line.contains("ERROR") || line.contains("FATAL")).toList();
    }
  }

  @Override
  public void close() {
    openSearch.close();
    postgres.close();
  }
}
