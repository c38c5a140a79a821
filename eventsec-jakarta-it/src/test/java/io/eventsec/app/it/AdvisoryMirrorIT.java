package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventsec.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that fetches its feeds, and what it still knows when all of them are bad. */
class AdvisoryMirrorIT {
  private static final String DATABASE = "mirror";
  private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

  private static final String KEY = "it-nvd-key-0123456789abcdef";

  private final EmbeddedPostgres postgres = ItServers.postgres();
  private volatile boolean away;

  @Test
  void feeds_areFetched_andOutliveARestartWithBadFiles() throws Exception {
    HttpServer feeds =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    feeds.createContext("/", this::answer);
    feeds.start();
    Map<String, String> environment = ItServers.environment(DATABASE);
    environment.put(
        "EVENTSEC_ADVISORIES_MIRROR",
        "own=http://127.0.0.1:" + feeds.getAddress().getPort() + "/export/all.jsonl");
    environment.put(
        "EVENTSEC_ADVISORIES_MIRROR_NVD",
        "http://127.0.0.1:" + feeds.getAddress().getPort() + "/nvd/cves/2.0");
    environment.put("EVENTSEC_ADVISORIES_MIRROR_NVD_KEY_FILE", key().toString());
    Path copy = ItServers.advisories(DATABASE).resolve("own.jsonl");
    try {
      try (LibertyServer server = LibertyServer.start("eventsec-mirror", environment)) {
        Await.until(
            () ->
                text(
                    "select name || ' ' || outcome from advisory_mirrors where name = 'own.jsonl'"),
            "own.jsonl UPDATED"::equals);
        assertThat(copy).exists();
        assertThat(
                Await.until(
                    () ->
                        text(
                            "select outcome || ' ' || reason from advisory_mirrors where name = 'nvd'"),
                    said -> said.startsWith("FAILED")))
            .contains("/nvd/cves/2.0", "403")
            .doesNotContain(KEY);
        assertThat(String.join("\n", server.messages()))
            .contains("Feed nvd was not")
            .doesNotContain(KEY);
        install("web-1");
        Await.until(() -> open("web-1"), "1"::equals);
        assertThat(server.call("GET", "/readyz").body()).doesNotContain("own.jsonl");
      }
      away = true;
      Files.writeString(copy, "{\"vulnerabilities\":[");
      install("web-2");
      String askedBefore =
          text("select asked_at::text from advisory_mirrors where name = 'own.jsonl'");
      try (LibertyServer server = LibertyServer.start("eventsec-mirror", environment)) {
        makeDue();
        Await.until(() -> open("web-2"), "1"::equals);
        assertThat(open("web-1")).as("nothing is taken for fixed").isEqualTo("1");
        assertThat(text("select string_agg(distinct complete::text, '') from asset_evaluations"))
            .isEqualTo("true");
        Await.until(
            () -> text("select outcome from advisory_mirrors where name = 'own.jsonl'"),
            "FAILED"::equals);
        assertThat(text("select asked_at::text from advisory_mirrors where name = 'own.jsonl'"))
            .isNotEqualTo(askedBefore);
        assertThat(text("select reason from advisory_mirrors where name = 'own.jsonl'"))
            .contains("answered 503");
        assertThat(text("select state from advisory_sources")).isNotEqualTo("IN_FORCE");
        Await.until(
            () -> server.call("GET", "/readyz").body(), body -> body.contains("own.jsonl is"));
        assertThat(String.join("\n", server.messages())).contains("EVS2458", "EVS245");
      }
    } finally {
      feeds.stop(0);
    }
  }

  private static Path key() throws IOException {
    return Files.writeString(Files.createTempFile("nvd", ".key"), KEY + "\n");
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().startsWith("/nvd/")) {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
      return;
    }
    String body =
        IntStream.range(0, 40)
            .mapToObj(
                n ->
                    "{\"id\":\"CVE-2026-%1$d\",\"modified\":\"2026-01-01T00:00:00Z\",\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"%2$s\"}],\"affected\":[{\"package\":{\"ecosystem\":\"npm\",\"name\":\"p%1$d\"},\"ranges\":[{\"type\":\"SEMVER\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"1.1.0\"}]}]}]}"
                        .formatted(n, VECTOR))
            .collect(Collectors.joining("\n"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(away ? 503 : 200, away ? -1 : bytes.length);
    if (!away) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** As a snapshot would. */
  private void install(String host) throws SQLException {
    execute(
        """
        insert into assets (id, tenant, hostname, first_seen_at, last_seen_at, last_snapshot_at, component_count)
        values (gen_random_uuid(), 'default', '%1$s', now(), now(), now(), 1);
        insert into software_components (tenant, asset_id, component_key, ecosystem, name, version, purl,
          first_seen_at, last_seen_at)
        select tenant, id, sha256('%1$s'), 'npm', 'p7', '1.0.0', 'pkg:npm/p7@1.0.0', last_seen_at, last_seen_at
        from assets where hostname = '%1$s'"""
            .formatted(host));
    makeDue();
  }

  private void makeDue() throws SQLException {
    execute("update jobs set due_at = now() where name in ('advisory-mirror', 'vulnerabilities')");
  }

  private String open(String host) {
    return text(
        "select count(*) from asset_vulnerabilities f join assets a on a.id = f.asset_id"
            + " where f.status = 'OPEN' and a.hostname = '"
            + host
            + "'");
  }

  private String text(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    } catch (SQLException e) {
      return e.toString(); // the tables are not there yet
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
  }
}
