package io.eventsec.cli.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Receives as the real one does: keeps batches by key, numbers lines by origin and offset, and can
 * be told to answer otherwise.
 */
public final class StubReceiver implements AutoCloseable {
  public static final String TOKEN = "token-of-the-test";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<String, String> batches = new LinkedHashMap<>();
  private final Map<String, String> lines = new TreeMap<>();
  private final Deque<Reply> planned = new ArrayDeque<>();
  private final List<String> conflicts = new ArrayList<>();
  private int requests;
  private int most = Integer.MAX_VALUE;

  /** An answer instead of the usual one. */
  public record Reply(int status, String retryAfter, String body, boolean keeps) {}

  public StubReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/api/v1/ingest/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers the next request so. */
  public synchronized void next(Reply reply) {
    planned.add(reply);
  }

  public synchronized int requests() {
    return requests;
  }

  /** Every id that two different lines came under; one of them is lost at the real server. */
  public synchronized List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /** How many batches came, repeats left out. */
  public synchronized int batches() {
    return batches.size();
  }

  /** Refuses batches with more lines than that. */
  public synchronized void atMost(int linesOfABatch) {
    most = linesOfABatch;
  }

  /** How many lines there are under ids of their own. */
  public synchronized int count() {
    return lines.size();
  }

  /** Every line, by origin and number. */
  public synchronized Map<String, String> lines() {
    return new TreeMap<>(lines);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Reply reply = reply(exchange, body);
      if (!reply.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
      }
      byte[] answer = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
      if (answer.length > 0) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private synchronized Reply reply(HttpExchange exchange, byte[] body) {
    requests++;
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Reply(401, "", "{\"title\":\"Not signed in\",\"status\":401}", false);
    }
    Reply reply = planned.poll();
    if (reply == null) {
      return keep(exchange, body);
    }
    if (reply.keeps()) {
      keep(exchange, body);
    }
    return reply;
  }

  private Reply keep(HttpExchange exchange, byte[] body) {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String payload = inflated(body);
    if (payload.lines().count() > most) {
      return new Reply(413, "", "{\"title\":\"Too large\"}", false);
    }
    String known = batches.putIfAbsent(key, payload);
    if (known != null && !known.equals(payload)) {
      return new Reply(422, "", "{\"title\":\"Other bytes under a known key\"}", false);
    }
    String origin = exchange.getRequestHeaders().getFirst("Eventsec-Origin");
    long ordinal = Long.parseLong(exchange.getRequestHeaders().getFirst("Eventsec-Origin-Offset"));
    long count = payload.lines().count();
    for (String line : payload.lines().toList()) {
      String other = lines.put(origin + ':' + ordinal, line);
      if (other != null && !other.equals(line)) {
        conflicts.add(origin + ':' + ordinal + " was " + other + " and is " + line);
      }
      ordinal++;
    }
    return new Reply(202, "", receipt(key, count, known != null), true);
  }

  private String receipt(String key, long count, boolean duplicate) {
    return "{\"receipt\":\""
        + batches.size()
        + "\",\"key\":\""
        + key
        + "\",\"events\":"
        + count
        + ",\"duplicate\":"
        + duplicate
        + "}";
  }

  private static String inflated(byte[] body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
