package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.embedded.test.TestPorts;
import io.eventsec.embedded.test.TestServers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Runs every command of the runbooks, against an installation that is in the state the page is
 * about: its stores are real servers that this test stops and starts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunbooksIT {
  private static final String PASSWORD = "correct horse battery";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String DATABASE = "runbooks";

  private final Path home = Path.of("target", "runbooks-it").toAbsolutePath();
  private final FullDisk disk = new FullDisk(home.resolve("disk"));
  private final Map<String, String> environment = new HashMap<>();
  private EmbeddedPostgres postgres;
  private EmbeddedOpenSearch openSearch;
  private Up up;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    disk.release();
    Trees.delete(home);
    Files.createDirectories(home);
    postgres =
        new EmbeddedPostgres(
                PostgresConfig.durable(disk.mount().resolve("postgres"))
                    .withSetting("max_wal_size", "64MB")
                    .withSetting("min_wal_size", "32MB")
                    .withBinaries(TestServers.binaries()))
            .start();
    postgres.createDatabase(DATABASE);
    openSearch =
        new EmbeddedOpenSearch(
                OpenSearchConfig.fast(home.resolve("opensearch"))
                    .withBinaries(TestServers.binaries()))
            .start();
    Path metrics = Files.writeString(home.resolve("metrics-token"), "m".repeat(40) + "\n");
    up =
        Up.start(
            home.resolve("data"),
            TestPorts.free(),
            Map.of(
                "EVENTSEC_DB_URL", postgres.jdbcUrl(DATABASE),
                "EVENTSEC_DB_USER", postgres.user(),
                "EVENTSEC_DB_PASSWORD", postgres.password(),
                "EVENTSEC_OPENSEARCH_URL", openSearch.url(),
                "EVENTSEC_METRICS_TOKEN_FILE", metrics.toString()),
            "--demo");
    setUp();
    describe(metrics);
  }

  @AfterAll
  void stop() throws IOException, InterruptedException {
    try {
      stopTheRestored();
      if (up != null) {
        up.close();
      }
      if (openSearch != null) {
        openSearch.close();
      }
      if (postgres != null) {
        postgres.close();
      }
    } finally {
      disk.release();
    }
  }

  private void setUp() throws IOException, InterruptedException {
    String link = up.setupLink().orElseThrow();
    String body =
        "{\"token\":\"%s\",\"username\":\"ada\",\"displayName\":\"Ada\",\"password\":\"%s\"}"
            .formatted(link.substring(link.indexOf('=') + 1), PASSWORD);
    assertThat(new Web(up.address()).post("/api/v1/setup", body).statusCode()).isEqualTo(201);
  }

  /** The variables that docs/runbooks/README.md lists. */
  private void describe(Path metrics) throws IOException, InterruptedException {
    int port = TestPorts.free();
    Path password = Files.writeString(home.resolve("password"), PASSWORD + "\n");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("HOME", home.toString());
    environment.put("EVENTSEC", Up.command().toString());
    environment.put("SMOKE", Sources.script("smoke.sh"));
    environment.put("URL", up.address().toString());
    environment.put("DATA", up.data().toString());
    environment.put("DATABASE_DISK", disk.mount().toString());
    environment.put("BACKUPS", Files.createDirectories(home.resolve("backups")).toString());
    environment.put("NEW_DATA", home.resolve("new").toString());
    environment.put("NEW_PORT", Integer.toString(port));
    environment.put("METRICS_TOKEN_FILE", metrics.toString());
    environment.put("EVENTSEC_TOKEN_FILE", up.tokenFile().toString());
    environment.put("EVENTSEC_SMOKE_USER", "ada");
    environment.put("EVENTSEC_SMOKE_PASSWORD_FILE", password.toString());
    environment.put("EVENTSEC_SMOKE_WITHIN", "120");
  }

  @Test
  @Order(0)
  void variables_areThoseOfTheIndex() throws IOException {
    for (String name : environment.keySet()) {
      if (!name.equals("JAVA_HOME") && !name.equals("HOME")) {
        assertThat(Runbook.index()).contains("| `" + name + "` |");
      }
    }
  }

  @Test
  @Order(1)
  void databaseAway() throws Exception {
    Runbook page = Runbook.named("database-away");
    awaitReady();
    postgres.stop();
    try {
      awaitDown("database");
      page.run("Steps", environment);
    } finally {
      postgres.start();
    }
    page.run("Over", environment);
  }

  @Test
  @Order(2)
  void searchAway_andReaderLags_andJournalGrows() throws Exception {
    List<Runbook> pages =
        List.of(
            Runbook.named("search-away"),
            Runbook.named("reader-lags"),
            Runbook.named("journal-grows"));
    awaitReady();
    openSearch.stop();
    try {
      awaitDown("opensearch");
      for (Runbook page : pages) {
        page.run("Steps", environment);
      }
    } finally {
      openSearch.start();
    }
    for (Runbook page : pages) {
      page.run("Over", environment);
    }
  }

  @Test
  @Order(3)
  void diskFull() throws Exception {
    if (!disk.isItsOwn()) {
      System.out.println("[disk-full] NOT RUN: mounting a small disk to fill needs root on Linux");
    }
    assumeTrue(disk.isItsOwn(), "mounting a small disk to fill needs root on Linux");
    Runbook page = Runbook.named("disk-full");
    awaitReady();
    disk.fill();
    try {
      page.run("Steps", environment);
    } finally {
      disk.free();
      postgres.start(); // it may have ended, and if not it runs on
    }
    page.run("Over", environment);
  }

  @Test
  @Order(4)
  void restore_bringsTheSameAlertsAndEvents() throws Exception {
    awaitReady();
    awaitNothingToDo();
    Counts before = Counts.of(postgres.jdbcUrl(DATABASE), postgres.password(), openSearch.url());

    Runbook page = Runbook.named("restore");
    page.run("Steps", environment);

    Counts after = Counts.ofInstallation(home.resolve("new"));
    assertThat(after.alerts()).isEqualTo(before.alerts()).hasSizeGreaterThan(10);
    assertThat(after.events()).isEqualTo(before.events()).hasSizeGreaterThan(100);
    assertThat(after.copies()).isEqualTo(before.copies()).isEqualTo(before.alerts());
    assertThat(after.rows()).isEqualTo(before.rows());
    page.run("Over", environment);
    Counts onwards = Counts.ofInstallation(home.resolve("new"));
    assertThat(onwards.alerts()).containsAll(before.alerts()).hasSize(before.alerts().size() + 1);
    assertThat(onwards.events()).containsAll(before.events()).hasSize(before.events().size() + 1);
  }

  @Test
  @Order(5)
  void upgrade() throws Exception {
    Runbook page = Runbook.named("upgrade");
    Map<String, String> restored = new HashMap<>(environment);
    restored.put("DATA", environment.get("NEW_DATA"));
    restored.put("URL", "http://localhost:" + environment.get("NEW_PORT"));
    page.run("Steps", restored);
    page.run("Over", restored);
  }

  private void awaitReady() {
    await("ready", answer -> answer.statusCode() == 200);
  }

  /** Of a look at all components, whose parts are some time apart, a reader may be down first. */
  private void awaitDown(String component) {
    String down = "{\"name\":\"%s\",\"state\":\"down\"".formatted(component);
    await(component + " is down", answer -> answer.body().contains(down));
  }

  private void await(String what, Predicate<HttpResponse<String>> hasCome) {
    Web web = new Web(up.address());
    Deadline.await(
        PATIENCE,
        () -> what,
        () -> {
          try {
            return hasCome.test(web.get("/readyz"));
          } catch (IOException e) {
            return false;
          }
        });
  }

  /** Until then alerts and copies still come to be, and nothing can be compared. */
  private void awaitNothingToDo() {
    Deadline.await(
        PATIENCE,
        () -> "everything read and delivered",
        () ->
            Counts.number(
                    postgres.jdbcUrl(DATABASE),
                    postgres.password(),
                    """
                    select (select count(*) from outbox)
                      + (select last_position from journal_state)
                      - (select min(position) from journal_readers)""")
                == 0);
  }

  private void stopTheRestored() throws IOException, InterruptedException {
    Path pid = home.resolve("new").resolve("eventsec.pid");
    if (!Files.exists(pid)) {
      return;
    }
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().join();
            });
  }
}
