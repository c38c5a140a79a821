package io.eventsec.nvd;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** NVD's API 2.0 as far as the mirror asks it, with pages of three items. */
final class StubNvd implements AutoCloseable {
  /** Ends in the middle of the answer. */
  static final int CUT_OFF = -1;

  /** Answers with something that is no JSON. */
  static final int GARBAGE = -2;

  static final int PAGE = 3;

  private final Map<String, Item> items = new TreeMap<>();
  private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** An item, with the times that windows are of. */
  private record Item(Instant published, Instant modified, String json) {}

  StubNvd() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  NvdAccess access(Optional<String> key) {
    return new NvdAccess(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rest/json/cves/2.0"),
        key,
        10_000,
        3);
  }

  synchronized void put(String id, Instant published, Instant modified, String end) {
    items.put(
        id,
        new Item(
            published,
            modified,
            """
            {"cve":{"id":"%s","sourceIdentifier":"a@example.org","published":"%s","lastModified":"%s",
            "vulnStatus":"Analyzed","somethingNew":{"a":1},"descriptions":[{"lang":"en","value":"About %s"}],
            "metrics":{"cvssMetricV31":[{"source":"nvd@nist.gov","type":"Primary","cvssData":{"version":"3.1",
            "vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","attackVector":"NETWORK",
            "attackComplexity":"LOW","privilegesRequired":"NONE","userInteraction":"NONE","scope":"UNCHANGED",
            "confidentialityImpact":"HIGH","integrityImpact":"HIGH","availabilityImpact":"HIGH","baseScore":9.8,
            "baseSeverity":"CRITICAL"},"exploitabilityScore":3.9,"impactScore":5.9}]},
            "configurations":[{"operator":"AND","nodes":[{"operator":"OR","negate":false,"cpeMatch":[
            {"vulnerable":true,"criteria":"cpe:2.3:a:example:product:*:*:*:*:*:*:*:*","versionStartIncluding":"1.0",
            "versionEndExcluding":"%s","matchCriteriaId":"11111111-1111-1111-1111-111111111111"}]},
            {"operator":"OR","negate":false,"cpeMatch":[{"vulnerable":false,
            "criteria":"cpe:2.3:o:example:os:-:*:*:*:*:*:*:*","matchCriteriaId":"22222222-1111-1111-1111-111111111111"}]}]}],
            "references":[{"url":"https://example.org/a","source":"a@example.org"}]}}"""
                .formatted(id, time(published), time(modified), id, end)));
  }

  /** What the next answers are instead: statuses of HTTP, or those above. */
  void fail(Integer... next) {
    failures.addAll(Arrays.asList(next));
  }

  void clearFailures() {
    failures.clear();
  }

  List<String> asked() {
    return asked;
  }

  List<String> keys() {
    return keys;
  }

  private static String time(Instant at) {
    return at.toString().replace("Z", ".000");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI().getRawQuery());
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("apiKey")));
      @Nullable Integer failure = failures.poll();
      byte[] body = page(parameters(exchange)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (failure == null) {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      } else if (failure == CUT_OFF) {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
      } else if (failure == GARBAGE) {
        exchange.sendResponseHeaders(200, 6);
        exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
      } else {
        if (failure == 404) {
          exchange.getResponseHeaders().set("message", "Invalid apiKey.");
        }
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.sendResponseHeaders(failure, -1);
      }
    }
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
        .map(one -> one.split("=", 2))
        .collect(
            Collectors.toMap(
                one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
  }

  private synchronized String page(Map<String, String> parameters) {
    boolean published = parameters.containsKey("pubStartDate");
    Instant from = instant(parameters.get(published ? "pubStartDate" : "lastModStartDate"));
    Instant to = instant(parameters.get(published ? "pubEndDate" : "lastModEndDate"));
    if (Duration.between(from, to).toDays() >= 120) {
      throw new AssertionError("NVD refuses windows of 120 days: " + parameters);
    }
    List<String> found = new ArrayList<>();
    Collection<Item> all = items.values();
    for (Item item : all) {
      Instant at = published ? item.published() : item.modified();
      if (!at.isBefore(from) && !at.isAfter(to)) {
        found.add(item.json());
      }
    }
    if (!String.valueOf(PAGE).equals(parameters.get("resultsPerPage"))) {
      throw new AssertionError("Pages are of three: " + parameters);
    }
    int start = Integer.parseInt(parameters.getOrDefault("startIndex", "0"));
    List<String> some =
        found.subList(Math.min(start, found.size()), Math.min(start + PAGE, found.size()));
    return "{\"resultsPerPage\":%d,\"startIndex\":%d,\"totalResults\":%d,\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"timestamp\":\"2026-01-01T00:00:00.000\",\"vulnerabilities\":[%s]}"
        .formatted(PAGE, start, found.size(), String.join(",", some));
  }

  private static Instant instant(@Nullable String text) {
    return ZonedDateTime.parse(String.valueOf(text)).toInstant();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
