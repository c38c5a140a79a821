package io.eventsec.core.vuln.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.match.AdvisoryIndex;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OsvApiTest {
  private static final OsvLimits QUICK =
      new OsvLimits(100, 100, 1 << 20, Duration.ofSeconds(30), 2, Duration.ofMillis(1));
  private static final AdvisoryIndex NOTHING = AdvisoryIndex.of(List.of());

  private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String batch = "";
  private boolean batches = true;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    batch = results("{\"vulns\":[{\"id\":\"GHSA-1\"},{\"id\":\"GHSA-2\"}]}", "{}");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void packages_areAskedWithoutVersions_andRecordsComparedHere() throws Exception {
    List<SoftwareComponent> components =
        components(
            "pkg:npm/%40scope/a@1.0.0?x=y",
            "pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12&upstream=openssl");
    OsvLookup lookup = api(QUICK).lookUp(NOTHING.uncovered(components));
    assertThat(asked.get(0))
        .isEqualTo(
            "{\"queries\":[{\"package\":{\"purl\":\"pkg:npm/%40scope/a\"}},"
                + "{\"package\":{\"ecosystem\":\"Debian\",\"name\":\"openssl\"}}]}");
    assertThat(lookup.asked()).isEqualTo(2);
    assertThat(lookup.problems()).isEmpty();
    assertThat(lookup.library().advisories())
        .extracting(Advisory::id)
        .containsExactlyInAnyOrder("GHSA-1", "GHSA-2");
    assertThat(AdvisoryIndex.of(lookup.library().advisories()).match(components))
        .extracting(match -> match.advisory().id())
        .containsExactly("GHSA-2");
  }

  @Test
  void whatLocalFeedsAreAbout_isNotAsked() throws Exception {
    List<SoftwareComponent> components =
        components("pkg:npm/a@1", "pkg:pypi/b@1", "pkg:generic/c@1");
    OsvLookup npm = api(QUICK).lookUp(NOTHING.uncovered(components("pkg:npm/a@1", "pkg:npm/z@1")));
    AdvisoryIndex local = AdvisoryIndex.of(npm.library().advisories());
    assertThat(local.uncovered(components).values())
        .extracting(PackageUrl::toString)
        .containsExactly("pkg:pypi/b@1");
    asked.clear();
    batch = results();
    assertThat(api(QUICK).lookUp(local.uncovered(List.of())).asked()).isZero();
    assertThat(asked).as("nothing is asked of nobody").isEmpty();
  }

  @Test
  void pages_areFollowed() throws Exception {
    batch = results("{\"vulns\":[{\"id\":\"GHSA-1\"}],\"next_page_token\":\"two\"}");
    assertThat(lookUp(QUICK).library().advisories()).hasSize(2);
    assertThat(asked.get(1)).contains("\"page_token\":\"two\"");
  }

  @Test
  void serverThatIsBusy_isAskedAgain() throws Exception {
    batch = results("{\"vulns\":[{\"id\":\"GHSA-1\"}]}");
    failures.addAll(List.of(503, 429));
    assertThat(lookUp(QUICK).library().advisories()).hasSize(1);
  }

  @Test
  void whatCannotBeHad_isToldAndNothingIsGiven() {
    batch = results("{\"vulns\":[{\"id\":\"GHSA-1\"}]}");
    for (int failure : List.of(400, 403, 500, 503, 0)) {
      failures.clear();
      failures.addAll(Collections.nCopies(9, failure));
      assertThatThrownBy(() -> lookUp(QUICK))
          .as("%d", failure)
          .isInstanceOf(OsvLookupException.class)
          .hasMessageContaining("/v1/querybatch")
          .hasMessageContaining("look whether");
    }
    failures.clear();
    for (String wrong : List.of("<html>", "[]", "{}", results("{}", "{}"))) {
      batch = wrong;
      assertThatThrownBy(() -> lookUp(QUICK))
          .as(wrong)
          .isInstanceOf(OsvLookupException.class)
          .hasMessageContaining("server of OSV's API");
    }
    batches = false;
    assertThatThrownBy(() -> lookUp(QUICK)).hasMessageContaining("is not there");
  }

  @Test
  void recordThatIsGone_isToldAndTheOthersAreGiven() throws Exception {
    batch = results("{\"vulns\":[{\"id\":\"GHSA-1\"},{\"id\":\"GONE/../1\"}]}");
    OsvLookup lookup = lookUp(QUICK);
    assertThat(lookup.problems()).hasSize(1).first().asString().contains("GONE/../1");
    assertThat(lookup.library().advisories()).hasSize(1);
    assertThat(asked).contains("/v1/vulns/GONE%2F..%2F1");
  }

  @Test
  void bounds_areKept() throws Exception {
    batch = results("{\"vulns\":[{\"id\":\"GHSA-1\"},{\"id\":\"GHSA-2\"}]}");
    OsvLimits few = new OsvLimits(1, 1, 1 << 20, Duration.ofSeconds(30), 0, Duration.ZERO);
    OsvLookup lookup = api(few).lookUp(NOTHING.uncovered(components("pkg:npm/a@1", "pkg:npm/b@1")));
    assertThat(lookup.problems()).hasSize(2);
    assertThat(lookup.library().advisories()).hasSize(1);
    OsvLimits small = new OsvLimits(9, 9, 20, Duration.ofSeconds(30), 3, Duration.ZERO);
    asked.clear();
    assertThatThrownBy(() -> lookUp(small)).hasMessageContaining("more than 20 bytes");
    assertThat(asked).as("it would not be shorter").hasSize(1);
    for (String address : List.of("bom.json", "ftp://a/", "https://a:b@c/", "https://a/?key=b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new OsvApi(URI.create(address), QUICK))
          .withMessageNotContaining("a:b");
    }
  }

  private OsvLookup lookUp(OsvLimits limits) throws IOException, InterruptedException {
    return api(limits).lookUp(NOTHING.uncovered(components("pkg:npm/a@1")));
  }

  private OsvApi api(OsvLimits limits) {
    return new OsvApi(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), limits);
  }

  private static List<SoftwareComponent> components(String... purls) {
    return Stream.of(purls).map(PackageUrl::parse).map(SoftwareComponent::of).toList();
  }

  private static String results(String... results) {
    return "{\"results\":[" + String.join(",", results) + "]}";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      boolean ofBatch = path.equals("/v1/querybatch");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(ofBatch ? body : path);
      Integer failure = failures.poll();
      if (failure != null && failure == 0) {
        return;
      }
      if (failure != null) {
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.sendResponseHeaders(failure, -1);
        return;
      }
      if (path.contains("GONE") || ofBatch && !batches) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String text = ofBatch ? batch(body) : record(path.substring(path.lastIndexOf('/') + 1));
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String batch(String body) {
    return body.contains("page_token") ? results("{\"vulns\":[{\"id\":\"GHSA-2\"}]}") : batch;
  }

  /** The first was mended in 0.9, the second is not. */
  private static String record(String id) {
    String fixed = id.equals("GHSA-1") ? "0.9.0" : "2.0.0";
    return "{\"id\":\"%s\",\"modified\":\"2026-01-01T00:00:00Z\",\"affected\":[{\"package\":{\"ecosystem\":\"npm\",\"name\":\"@scope/a\"},\"ranges\":[{\"type\":\"SEMVER\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"%s\"}]}]}]}"
        .formatted(id, fixed);
  }
}
