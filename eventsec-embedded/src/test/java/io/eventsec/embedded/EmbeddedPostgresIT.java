package io.eventsec.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.embedded.test.TestServers;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir static Path directory;
  static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = new EmbeddedPostgres(config(directory)).start();
    server.createDatabase("app");
    Sql.run(server, "app", "create table fact (id int primary key)");
  }

  @AfterAll
  static void close() throws Exception {
    server.close();
    Processes.awaitNone(directory);
  }

  static PostgresConfig config(Path home) {
    return PostgresConfig.durable(home).withBinaries(TestServers.binaries());
  }

  @Test
  void durableServer_isDurableAndGuarded() throws Exception {
    server.start();
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
    assertThat(show("full_page_writes")).isEqualTo("on");
    assertThat(show("data_checksums")).isEqualTo("on");
    assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(
            Sql.value(
                server,
                "app",
                "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
        .isEqualTo("scram-sha-256");
  }

  private static String show(String setting) throws Exception {
    return Sql.value(server, "app", "show " + setting);
  }

  @Test
  void stoppedServer_startedAgain_hasItsPortAndItsData() throws Exception {
    server.start();
    Sql.run(server, "app", "insert into fact values (1)");
    int port = server.port();
    server.stop();
    assertThat(server.isRunning()).isFalse();
    Processes.awaitNone(directory);
    server.start();
    assertThat(server.port()).isEqualTo(port);
    assertThat(facts("id = 1")).isEqualTo("1");
  }

  @Test
  void killedServer_startedAgain_hasWhatWasCommitted() throws Exception {
    server.start();
    Sql.run(server, "app", "insert into fact select g from generate_series(1000, 1999) g");
    server.kill();
    assertThat(server.isRunning()).isFalse();
    server.start();
    assertThat(facts("id between 1000 and 1999")).isEqualTo("1000");
  }

  private static String facts(String where) throws Exception {
    return Sql.value(server, "app", "select count(*) from fact where " + where);
  }

  @Test
  void serverProcess_isInASessionOfItsOwn() throws Exception {
    server.start();
    String own = Processes.session(ProcessHandle.current().pid());
    assertThat(Processes.on(directory)).isNotEmpty();
    for (ProcessHandle process : Processes.on(directory)) {
      assertThat(Processes.session(process.pid())).isNotEqualTo(own);
    }
  }

  @Test
  void secondOwner_sameProcess_isRefused() {
    server.start();
    assertThatThrownBy(() -> new EmbeddedPostgres(config(directory)).start())
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("in use by this process")
        .hasMessageContaining("What to do:");
    assertThat(server.isRunning()).isTrue();
  }

  @Test
  void portInUse_isRefusedWithTheCure(@TempDir Path other) throws Exception {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      PostgresConfig taken = config(other).withPort(socket.getLocalPort());
      EmbeddedPostgres second = new EmbeddedPostgres(taken);
      assertThatThrownBy(second::start)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("port " + socket.getLocalPort())
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void wrongSetting_isToldInTheServersWords(@TempDir Path other) {
    PostgresConfig wrong = config(other).withSetting("max_connections", "many");
    try (EmbeddedPostgres second = new EmbeddedPostgres(wrong)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("max_connections");
    }
  }

  @Test
  void dataOfAnotherMajorVersion_isRefused(@TempDir Path other) throws Exception {
    Files.createDirectories(other.resolve("data"));
    Files.writeString(other.resolve("data").resolve("PG_VERSION"), "15\n");
    EmbeddedPostgres second = new EmbeddedPostgres(config(other));
    assertThatThrownBy(second::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("PostgreSQL 15")
        .hasMessageContaining("dump it");
  }

  @Test
  void createDatabase_twice_isOne() throws Exception {
    server.start();
    server.createDatabase("twice");
    server.createDatabase("twice");
    assertThat(Sql.value(server, "twice", "select current_database()")).isEqualTo("twice");
  }

  @Test
  void createDatabase_oddName_isRefused() {
    server.start();
    assertThatThrownBy(() -> server.createDatabase("x\"; drop database app; --"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lower-case");
  }
}
