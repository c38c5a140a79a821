package io.eventsec.cli.vulns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eventsec vulns --osv-api}. */
class OsvApiOptionTest {
  private static final String RECORD =
      "{\"id\":\"GHSA-1\",\"modified\":\"2026-01-01T00:00:00Z\",\"affected\":[{\"package\":{\"ecosystem\":\"%s\",\"name\":\"a\"},\"ranges\":[{\"type\":\"%s\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"2.0.0\"}]}]}]}";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final Path directory;
  private final Path inventory;
  private volatile int status = 200;

  OsvApiOptionTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.inventory =
        Files.writeString(directory.resolve("list.txt"), "pkg:npm/a@1.0.0\npkg:pypi/a@1.0\n");
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean batch = exchange.getRequestURI().getPath().equals("/v1/querybatch");
      asked.add(batch ? body : exchange.getRequestURI().getPath());
      String both = "{\"vulns\":[{\"id\":\"GHSA-1\"}]}";
      String results = body.contains("npm") ? both + ",{}" : "{}";
      byte[] bytes =
          (batch ? "{\"results\":[" + results + "]}" : RECORD.formatted("npm", "SEMVER"))
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Test
  void withoutFeeds_allIsLookedUp() {
    CommandRun run = CommandRun.of("vulns", api(), inventory.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("GHSA-1");
    assertThat(run.err()).contains("2 packages looked up, 1 records");
  }

  @Test
  void whatFeedsAreAbout_isNotLookedUp() throws IOException {
    Path feeds = Files.createDirectory(directory.resolve("feeds"));
    Files.writeString(feeds.resolve("npm.json"), RECORD.formatted("npm", "SEMVER"));
    CommandRun run =
        CommandRun.of("vulns", "--advisories", feeds.toString(), api(), inventory.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("GHSA-1");
    assertThat(asked).hasSize(1).first().asString().contains("pkg:pypi/a").doesNotContain("npm");
    assertThat(
            CommandRun.of("vulns", "--advisories", feeds.toString(), inventory.toString()).status())
        .isZero();
    assertThat(asked).as("nobody is asked unless it is wanted").hasSize(1);
  }

  @Test
  void serverThatRefuses_isAFailure_andNoFinding() {
    status = 403;
    CommandRun run = CommandRun.of("vulns", api(), inventory.toString());
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).contains("answered 403", "use feeds of advisories");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void wrongUse_isToldWithItsCure() {
    CommandRun nothing = CommandRun.of("vulns", inventory.toString());
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err()).contains("--advisories", "--osv-api");
    CommandRun swallowed = CommandRun.of("vulns", "--osv-api", "bom.json", inventory.toString());
    assertThat(swallowed.status()).isEqualTo(2);
    assertThat(swallowed.err()).contains("--osv-api=URL");
  }

  private String api() {
    return "--osv-api=http://127.0.0.1:" + server.getAddress().getPort();
  }
}
