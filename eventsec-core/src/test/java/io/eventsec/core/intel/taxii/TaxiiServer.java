package io.eventsec.core.intel.taxii;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that gives prepared answers in their order, and remembers what it was asked. */
final class TaxiiServer implements AutoCloseable {
  static final String TYPE = "application/taxii+json;version=2.1";

  final Queue<String> queries = new ConcurrentLinkedQueue<>();
  final Queue<Map<String, List<String>>> headers = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /**
   * An answer.
   *
   * @param stalls true if the body never ends
   */
  record Answer(int status, Map<String, String> headers, String body, boolean stalls) {
    static Answer page(String body) {
      return new Answer(200, Map.of("Content-Type", TYPE), body, false);
    }

    Answer with(String header, String value) {
      Map<String, String> all = new java.util.HashMap<>(headers);
      all.put(header, value);
      return new Answer(status, all, body, stalls);
    }

    Answer stalling() {
      return new Answer(status, headers, body, true);
    }
  }

  TaxiiServer(Answer... prepared) throws IOException {
    answers.addAll(List.of(prepared));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  TaxiiCollection collection() {
    URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api1");
    return TaxiiCollection.open(root, "a b", "feed");
  }

  private void answer(HttpExchange exchange) throws IOException {
    queries.add(exchange.getRequestURI().toString());
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    Answer answer;
    synchronized (answers) {
      Answer next = answers.poll();
      answer = next == null ? new Answer(404, Map.of(), "no more", false) : next;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), answer.stalls() ? body.length + 1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().flush();
    if (answer.stalls()) {
      waitForTheEnd();
    }
    exchange.close();
  }

  private void waitForTheEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
