package io.eventsec.embedded.test;

import io.eventsec.embedded.DatabaseServer;
import io.eventsec.embedded.SearchServer;
import io.eventsec.embedded.test.internal.ChosenServers;
import io.eventsec.embedded.test.internal.Once;
import io.eventsec.embedded.test.internal.Servers;
import io.eventsec.embedded.test.internal.TestDirectories;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * One PostgreSQL and one OpenSearch for all tests of this JVM. Each starts when it is first asked
 * for and stops with the JVM; a test that needs one of them does not wait for the other.
 * Thread-safe.
 *
 * <p>They are child processes, made for speed and not for keeping data. With the system property
 * {@code eventsec.test.servers=containers} they run in containers instead; when no engine answers
 * then, the methods here throw {@link IllegalStateException}.
 */
public final class TestServers {
  private static final Once<Servers> SERVERS = new Once<>(ChosenServers::servers);
  private static final Once<DatabaseServer> POSTGRES = new Once<>(() -> SERVERS.get().postgres());
  private static final Once<SearchServer> OPENSEARCH = new Once<>(() -> SERVERS.get().openSearch());
  private static final Once<Templates> TEMPLATES = new Once<>(() -> new Templates(postgres()));

  private TestServers() {}

  /**
   * The PostgreSQL server; all tests share it, so leave it running and use a database of your own.
   */
  public static DatabaseServer postgres() {
    return POSTGRES.get();
  }

  /**
   * The OpenSearch node; all tests share it, so leave it running and use index names of your own.
   */
  public static SearchServer openSearch() {
    return OPENSEARCH.get();
  }

  /** Starts both at the same time; takes as long as the slower one. */
  public static void startAll() {
    CompletableFuture<DatabaseServer> database =
        CompletableFuture.supplyAsync(
            TestServers::postgres, job -> new Thread(job, "postgres").start());
    openSearch();
    try {
      database.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * A new database, copied from a template that is migrated once in this JVM.
   *
   * @param template name of the template: lower-case letters, digits and underscores, at most 50
   * @param migrate fills the template; called for the first database of that name only, and its
   *     connections are cut when it returns
   */
  public static TestDatabase database(String template, Consumer<TestDatabase> migrate) {
    return TEMPLATES.get().copy(template, migrate);
  }

  /** A new database with nothing in it. */
  public static TestDatabase emptyDatabase() {
    return TEMPLATES.get().empty();
  }

  /** Drops a database and cuts the connections to it. */
  public static void drop(TestDatabase database) {
    postgres().dropDatabase(database.name());
  }

  /** The cache of unpacked programs, for tests that start servers of their own. */
  public static Path binaries() {
    return TestDirectories.binaries();
  }
}
