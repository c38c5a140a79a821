package io.eventsec.embedded.test.internal;

import io.eventsec.embedded.DatabaseServer;
import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.EmbeddedServer;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.embedded.SearchServer;
import java.nio.file.Path;

/** Servers as child processes on a directory of this JVM, which goes away with it. */
final class ChildServers implements Servers {
  @Override
  public DatabaseServer postgres() {
    Path directory = directory("postgres");
    PostgresConfig config = PostgresConfig.fast(directory).withBinaries(TestDirectories.binaries());
    return started(new EmbeddedPostgres(config), directory);
  }

  @Override
  public SearchServer openSearch() {
    Path directory = directory("opensearch");
    OpenSearchConfig config =
        OpenSearchConfig.fast(directory).withBinaries(TestDirectories.binaries());
    return started(new EmbeddedOpenSearch(config), directory);
  }

  private static Path directory(String name) {
    return TestDirectories.ofThisJvm().resolve(name);
  }

  private static <S extends EmbeddedServer> S started(S server, Path directory) {
    server.start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(server, directory), "stop-" + directory));
    return server;
  }

  private static void end(EmbeddedServer server, Path directory) {
    server.close();
    TestDirectories.forget(directory);
  }
}
