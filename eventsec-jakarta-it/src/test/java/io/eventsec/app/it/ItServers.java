package io.eventsec.app.it;

import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.embedded.test.TestPorts;
import io.eventsec.embedded.test.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The servers of the application under test; tests stop and start them. */
final class ItServers {
  static final String DATABASE = "eventsec";

  /** Of the tests that run inside an application of their own. */
  private static final String INSIDE = "inside";

  static final String SENSOR_TOKEN = "it-sensor-token-0123456789abcdef0123456789abcdef";

  static final String METRICS_TOKEN = "it-metrics-token-0123456789abcdef0123456789abcde";

  private static @Nullable EmbeddedPostgres postgres;
  private static @Nullable EmbeddedOpenSearch openSearch;
  private static @Nullable LibertyServer application;
  private static @Nullable TaxiiStub taxii;
  private static @Nullable SyslogTargets syslog;
  private static @Nullable Path home;

  private ItServers() {}

  /** Starts what the application needs, and tells Arquillian's Liberty where it is. */
  static void start() {
    try {
      Path directory = Files.createTempDirectory("eventsec-it");
      EmbeddedPostgres database =
          new EmbeddedPostgres(
              PostgresConfig.fast(directory.resolve("postgres"))
                  .withBinaries(TestServers.binaries()));
      EmbeddedOpenSearch search =
          new EmbeddedOpenSearch(
              OpenSearchConfig.fast(directory.resolve("opensearch"))
                  .withBinaries(TestServers.binaries()));
      CompletableFuture<?> starting = CompletableFuture.runAsync(search::start);
      database.start();
      starting.join();
      home = directory;
      postgres = database;
      openSearch = search;
      configureArquillian();
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

  /** The server of a feed; the first who asks starts it. */
  static TaxiiStub taxii() throws IOException {
    if (taxii == null) {
      taxii = new TaxiiStub();
    }
    return taxii;
  }

  /** Where the application receives syslog. */
  static SyslogTargets syslog() {
    running();
    return started(syslog);
  }

  /** Where the application is; the first who asks starts it. */
  static URI application() {
    return running().address();
  }

  /** Where the link of the first administrator is written to. */
  static Path setupToken() {
    return setupToken(DATABASE);
  }

  /** Where the application logs to. */
  static Path logs() {
    return running().logs();
  }

  static void close() {
    if (application != null) {
      application.close();
    }
    if (taxii != null) {
      taxii.close();
    }
    if (openSearch != null) {
      openSearch.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  /** One for all tests that call it from outside: to start it takes longer than most of them. */
  private static LibertyServer running() {
    if (application == null) {
      try {
        SyslogTargets ports = SyslogTargets.in(started(home));
        Map<String, String> environment = environment(DATABASE);
        environment.putAll(ports.environment());
        LibertyServer started = LibertyServer.start("eventsec-shared", environment);
        syslog = ports;
        application = started;
        Await.until(() -> started.call("GET", "/readyz"), reply -> reply.status() == 200);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return application;
  }

  private static void configureArquillian() throws IOException {
    int port = TestPorts.free();
    System.setProperty("eventsec.it.http.port", Integer.toString(port));
    List<String> lines = new ArrayList<>(List.of("EVENTSEC_HTTP_PORT=" + port));
    environment(INSIDE).forEach((name, value) -> lines.add(name + "=" + value));
    Files.write(server().resolve("server.env"), lines);
  }

  /** What a server is started with on a database of its own. */
  static Map<String, String> environment(String name) throws IOException {
    EmbeddedPostgres database = postgres();
    database.createDatabase(name);
    Map<String, String> environment = new TreeMap<>();
    environment.put("EVENTSEC_DB_URL", database.jdbcUrl(name));
    environment.put("EVENTSEC_DB_USER", database.user());
    environment.put("EVENTSEC_DB_PASSWORD_FILE", file("db-password", database.password()));
    environment.put("EVENTSEC_OPENSEARCH_URL", openSearch().url().toString());
    environment.put("EVENTSEC_SETUP_LINK_FILE", setupToken(name).toString());
    environment.put("EVENTSEC_SENSOR_TOKEN_FILE", file("sensor-token", SENSOR_TOKEN));
    environment.put("EVENTSEC_METRICS_TOKEN_FILE", file("metrics-token", METRICS_TOKEN));
    environment.put("EVENTSEC_INGEST_MAX_BYTES", "1048576");
    environment.put("EVENTSEC_WORKER_POLL", "PT0.2S");
    environment.put("EVENTSEC_RULES_DIR", rules());
    environment.put("EVENTSEC_CORRELATION_LATENESS", "PT20S");
    environment.put("EVENTSEC_CORRELATION_IDLE", "PT2S");
    environment.put("EVENTSEC_ENRICH_INDICATORS_REFRESH", "PT0.2S");
    environment.put("EVENTSEC_ENRICH_ASSETS_REFRESH", "PT1S");
    environment.put("EVENTSEC_ENRICH_GEO_CITY_FILE", started(home).resolve("none.mmdb").toString());
    environment.put("EVENTSEC_TAXII_COLLECTIONS", TaxiiStub.FEED + ' ' + taxii().collection());
    environment.put(
        "EVENTSEC_TAXII_CREDENTIALS_FILE",
        file("taxii", TaxiiStub.FEED + '=' + TaxiiStub.USER + ':' + TaxiiStub.PASSWORD));
    environment.put("EVENTSEC_ADVISORIES_DIR", advisories(name).toString());
    environment.put("EVENTSEC_SOURCE_EXPECTED", "it-lively:P1D,it-silent:PT1H,it-never:PT1H");
    return environment;
  }

  /** Where the application that is called from outside has its feeds of advisories. */
  static Path advisories() {
    return advisories(DATABASE);
  }

  static Path advisories(String name) {
    try {
      return Files.createDirectories(started(home).resolve("advisories-" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rules and a correlation of the tests' own, about names that nobody else asks for. */
  private static String rules() throws IOException {
    Path directory = Files.createTempDirectory(started(home), "rules");
    Files.writeString(
        directory.resolve("questions.yml"),
        """
        title: Question for a name
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f11
        name: question
        logsource:
          product: suricata
        detection:
          selection:
            dns.rrname: asked-often.example
          condition: selection
        ---
        title: Many questions for one name
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f10
        correlation:
          type: event_count
          rules:
            - question
          group-by:
            - source.ip
          timespan: 1m
          condition:
            gte: 3
        ---
        title: Quiet question
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f12
        level: low
        logsource:
          product: suricata
        eventsec:
          suppress:
            by: source.ip
            for: 1h
        detection:
          selection:
            dns.rrname: asked-quietly.example
          condition: selection
        ---
        title: Question for a risky name
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f22
        level: low
        eventsec:
          risk: 60
        logsource:
          product: suricata
        detection:
          selection:
            dns.rrname: risky.example
          condition: selection
        ---
        title: Quiet indicator
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f31
        name: quiet_indicator
        level: low
        logsource:
          product: suricata
        eventsec:
          suppress:
            by: threat.indicator.name
            for: 1h
        detection:
          selection:
            threat.indicator.provider: it-quiet
          condition: selection
        ---
        title: Many events name an indicator
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f32
        correlation:
          type: event_count
          rules:
            - quiet_indicator
          group-by:
            - threat.indicator.name
          timespan: 1m
          generate: true
          condition:
            gte: 3
        ---
        title: Alert of that rule
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f23
        name: risky_alert
        logsource:
          product: eventsec
          service: alert
        detection:
          selection:
            rule.id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f22
          condition: selection
        ---
        title: Risk of an address reaches 100
        id: 3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f24
        level: high
        correlation:
          type: value_sum
          rules:
            - risky_alert
          group-by:
            - source.ip
          timespan: 1h
          condition:
            field: event.risk_score
            gte: 100
        """);
    return directory.toString();
  }

  private static String file(String name, String secret) throws IOException {
    return Files.writeString(started(home).resolve(name), secret + "\n").toString();
  }

  private static Path setupToken(String name) {
    return started(home).resolve("setup-token-" + name);
  }

  /** The directory of the server that Arquillian deploys to. */
  static Path server() {
    return Path.of(System.getProperty("eventsec.wlp"), "usr", "servers")
        .resolve(System.getProperty("eventsec.it.server"));
  }

  private static <T> T started(@Nullable T server) {
    if (server == null) {
      throw new IllegalStateException("The servers have not been started");
    }
    return server;
  }
}
