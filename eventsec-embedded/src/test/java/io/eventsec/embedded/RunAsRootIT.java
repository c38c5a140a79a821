package io.eventsec.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventsec.embedded.internal.RunAs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL refuses to run as root; each way around that. */
class RunAsRootIT {
  @TempDir static Path binaries;
  @TempDir Path directory;

  @BeforeEach
  void onlyRoot() {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunAs.PROPERTY);
  }

  private PostgresConfig config() {
    return PostgresConfig.fast(directory.resolve("home")).withBinaries(binaries);
  }

  private void open(String permissions) throws Exception {
    Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
  }

  @ParameterizedTest
  @ValueSource(strings = {"setpriv", "runuser"})
  void asNobody_runsStopsAndSurvivesAKill(String way) throws Exception {
    open("rwxr-xr-x");
    System.setProperty(RunAs.PROPERTY, way);
    try (EmbeddedPostgres server = new EmbeddedPostgres(config()).start()) {
      Sql.run(server, "postgres", "create table fact as select 42 as answer");
      server.stop();
      Processes.awaitNone(directory);
      server.start();
      server.kill();
      server.start();
      assertThat(Sql.value(server, "postgres", "select answer from fact")).isEqualTo("42");
    }
    Processes.awaitNone(directory);
  }

  @Test
  void data_madeInOneWay_servesInTheOther() throws Exception {
    open("rwxr-xr-x");
    Files.createDirectory(directory.resolve("home"));
    System.setProperty(RunAs.PROPERTY, "setpriv");
    try (EmbeddedPostgres server = new EmbeddedPostgres(config()).start()) {
      Sql.run(server, "postgres", "create table fact as select 42 as answer");
    }
    System.setProperty(RunAs.PROPERTY, "unshare");
    try (EmbeddedPostgres server = new EmbeddedPostgres(config()).start()) {
      assertThat(Sql.value(server, "postgres", "select answer from fact")).isEqualTo("42");
    }
  }

  @Test
  void asNobody_closedParent_isToldByName() throws Exception {
    open("rwx------");
    System.setProperty(RunAs.PROPERTY, "setpriv");
    EmbeddedPostgres server = new EmbeddedPostgres(config());
    assertThatThrownBy(server::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("cannot enter " + directory.toRealPath())
        .hasMessageContaining("run as a normal user");
  }
}
