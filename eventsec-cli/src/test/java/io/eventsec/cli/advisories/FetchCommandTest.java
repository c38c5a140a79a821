package io.eventsec.cli.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCommandTest {
  private static final String RECORD =
      "{\"id\": \"GHSA-1\", \"affected\": [{\"package\": {\"ecosystem\": \"npm\", \"name\": \"x\"},"
          + " \"ranges\": [{\"type\": \"SEMVER\", \"events\": [{\"introduced\": \"0\"}]}]}]}";

  @TempDir Path directory;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/npm.json",
        exchange -> {
          byte[] body = RECORD.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String feed(String file) {
    return "npm=http://127.0.0.1:" + server.getAddress().getPort() + "/" + file;
  }

  @Test
  void whatWasFetched_isWhatVulnsReads() throws IOException {
    Path feeds = directory.resolve("feeds");
    CommandRun fetched =
        CommandRun.of(
            "advisories", "fetch", "--into", feeds.toString(), "--feed", feed("npm.json"));
    assertThat(fetched.err()).contains("npm.json: 1 records");
    assertThat(fetched.status()).isZero();

    Path inventory = Files.writeString(directory.resolve("list.txt"), "pkg:npm/x@1.0.0\n");
    assertThat(CommandRun.of("vulns", "--advisories", feeds.toString(), inventory.toString()).out())
        .contains("GHSA-1");
  }

  @Test
  void whatCannotBeFetched_isSaid() {
    CommandRun run =
        CommandRun.of(
            "advisories", "fetch", "--into", directory.toString(), "--feed", feed("none.json"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("answered 404");
  }

  @Test
  void nvdThatRefuses_isSaid_andItsKeyIsNot() throws IOException {
    Path key = Files.writeString(directory.resolve("key"), "0a1b2c3d-key-of-nvd\n");
    CommandRun run = nvd("--nvd-key-file", key.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("/none/cves: ", "404").doesNotContain("0a1b2c3d");
    assertThat(nvd("--nvd-key-file", "none").err()).contains("the key file none can't be read");
    Files.writeString(key, "two words");
    CommandRun wrong = nvd("--nvd-key-file", key.toString());
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("The key of NVD is none").doesNotContain("two words");
  }

  private CommandRun nvd(String... more) {
    java.util.List<String> arguments =
        new java.util.ArrayList<>(
            java.util.List.of("advisories", "fetch", "--into", directory.toString(), "--nvd"));
    arguments.add("--nvd-url=" + feed("none/cves").substring("npm=".length()));
    arguments.addAll(java.util.List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void noFeed_orOneThatIsNone_isRefused() {
    assertThat(CommandRun.of("advisories", "fetch", "--into", directory.toString()).status())
        .isEqualTo(2);
    CommandRun run =
        CommandRun.of("advisories", "fetch", "--into", directory.toString(), "--feed", "x");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("name=https://host/path/file.zip");
  }
}
