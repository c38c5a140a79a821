package io.eventsec.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers as a test says: what a healthy OpenSearch cannot be made to say. */
final class ScriptedServer implements AutoCloseable {
  /**
   * A request.
   *
   * @param line verb and path
   * @param body as text
   * @param authorization the header, {@code null} as text if there is none
   */
  record Request(String line, String body, String authorization) {
    /** How many documents it has, if it is a bulk request. */
    int documents() {
      return (int) body.lines().count() / 2;
    }

    boolean isBulk() {
      return line.contains("/_bulk");
    }
  }

  record Reply(int status, String body) {}

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  ScriptedServer(Function<Request, Reply> script) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> reply(exchange, script));
    server.start();
  }

  /** One that has every data stream, and answers bulk requests so. */
  static ScriptedServer bulk(Function<Request, Reply> script) {
    return new ScriptedServer(
        request ->
            request.isBulk()
                ? script.apply(request)
                : new Reply(
                    200,
                    "{\"data_streams\":[{\"name\":\"s\",\"indices\":[{\"index_name\":\"s1\"}]}]}"));
  }

  /** An answer in which each document has that status and error. */
  static Reply items(Request request, int status, String error) {
    String item = "{\"create\":{\"status\":" + status + error + "}}";
    List<String> items = new ArrayList<>();
    for (int i = 0; i < request.documents(); i++) {
      items.add(item);
    }
    return new Reply(200, "{\"errors\":true,\"items\":[" + String.join(",", items) + "]}");
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked so far, bulk requests only. */
  List<Request> bulks() {
    return requests.stream().filter(Request::isBulk).toList();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  private void reply(HttpExchange exchange, Function<Request, Reply> script) throws IOException {
    Request request =
        new Request(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    requests.add(request);
    Reply reply = script.apply(request);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
