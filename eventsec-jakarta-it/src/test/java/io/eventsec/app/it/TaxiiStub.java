package io.eventsec.app.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A server of TAXII 2.1 with one collection, two objects to a page, for those who know the
 * password. The date of an object is the second of its number.
 */
final class TaxiiStub implements AutoCloseable {
  static final String FEED = "it-taxii";
  static final String USER = "reader";
  static final String PASSWORD = "it-taxii-password-0123456789abcdef";

  private static final String PATH = "/api1/collections/it/objects/";
  private static final int PAGE = 2;

  private final List<String> objects = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private boolean away;

  TaxiiStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Its address. */
  String collection() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api1/collections/it/";
  }

  synchronized void add(String object) {
    objects.add(object);
  }

  /** From now on it answers that it is away, or no more. */
  synchronized void away(boolean whether) {
    away = whether;
  }

  /** What it was asked. */
  synchronized List<String> queries() {
    return List.copyOf(queries);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((USER + ':' + PASSWORD).getBytes(StandardCharsets.UTF_8));
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (!exchange.getRequestURI().getPath().equals(PATH) || !expected.equals(given)) {
      send(exchange, expected.equals(given) ? 404 : 401, "{}");
    } else {
      page(exchange, query);
    }
  }

  private synchronized void page(HttpExchange exchange, String query) throws IOException {
    queries.add(query);
    if (away) {
      send(exchange, 503, "{\"title\":\"away\"}");
      return;
    }
    int from = from(query);
    int to = Math.min(from + PAGE, objects.size());
    boolean more = to < objects.size();
    if (to > from) {
      exchange.getResponseHeaders().add("X-TAXII-Date-Added-Last", date(to));
    }
    String some = objects.subList(from, to).stream().collect(Collectors.joining(","));
    send(
        exchange,
        200,
        "{\"more\":"
            + more
            + (more ? ",\"next\":\"" + to + "\"" : "")
            + ",\"objects\":["
            + some
            + "]}");
  }

  private int from(String query) {
    int from = 0;
    for (String part : query.split("&", -1)) {
      String value =
          URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8);
      if (part.startsWith("next=")) {
        return Integer.parseInt(value);
      }
      if (part.startsWith("added_after=")) {
        while (from < objects.size() && date(from + 1).compareTo(value) <= 0) {
          from++;
        }
      }
    }
    return from;
  }

  private static String date(int number) {
    return "2026-01-01T00:%02d:%02d.000000Z".formatted(number / 60, number % 60);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/taxii+json;version=2.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
