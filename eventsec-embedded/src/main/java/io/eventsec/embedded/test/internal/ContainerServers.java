package io.eventsec.embedded.test.internal;

import io.eventsec.embedded.DatabaseServer;
import io.eventsec.embedded.Databases;
import io.eventsec.embedded.SearchServer;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Servers in containers. Testcontainers removes them when this JVM ends. */
final class ContainerServers implements Servers {
  /** System properties that name other images. */
  static final String POSTGRES_IMAGE = "eventsec.test.postgres-image";

  static final String OPENSEARCH_IMAGE = "eventsec.test.opensearch-image";

  private static final int HTTP = 9200;

  @Override
  @SuppressWarnings("resource") // lives as long as the JVM
  public DatabaseServer postgres() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(image(POSTGRES_IMAGE, "postgres:18", "postgres"))
            .withCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "shared_preload_libraries=pg_stat_statements");
    container.start();
    return new ContainerDatabase(container);
  }

  @Override
  @SuppressWarnings("resource") // lives as long as the JVM
  public SearchServer openSearch() {
    DockerImageName image =
        image(
            OPENSEARCH_IMAGE,
            "opensearchproject/opensearch:2.19.6",
            "opensearchproject/opensearch");
    GenericContainer<?> container =
        new GenericContainer<>(image)
            .withExposedPorts(HTTP)
            .withEnv("discovery.type", "single-node")
            .withEnv("DISABLE_SECURITY_PLUGIN", "true")
            .withEnv("DISABLE_INSTALL_DEMO_CONFIG", "true")
            .withEnv("OPENSEARCH_JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
            .waitingFor(
                Wait.forHttp("/_cluster/health?wait_for_status=yellow&timeout=60s")
                    .forPort(HTTP)
                    .withStartupTimeout(Duration.ofMinutes(3)));
    container.start();
    String url = "http://" + container.getHost() + ":" + container.getMappedPort(HTTP);
    return () -> url;
  }

  private static DockerImageName image(String property, String fallback, String compatible) {
    return DockerImageName.parse(System.getProperty(property, fallback))
        .asCompatibleSubstituteFor(compatible);
  }

  private record ContainerDatabase(PostgreSQLContainer container) implements DatabaseServer {
    @Override
    public String jdbcUrl(String database) {
      int port = container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
      return "jdbc:postgresql://" + container.getHost() + ":" + port + "/" + database;
    }

    @Override
    public String user() {
      return container.getUsername();
    }

    @Override
    public String password() {
      return container.getPassword();
    }

    @Override
    public void createDatabase(String name) {
      Databases.on(this).create(name);
    }

    @Override
    public void createDatabase(String name, String template) {
      Databases.on(this).copy(template, name);
    }

    @Override
    public void dropDatabase(String name) {
      Databases.on(this).drop(name);
    }
  }
}
