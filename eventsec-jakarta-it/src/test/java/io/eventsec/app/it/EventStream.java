package io.eventsec.app.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Follows the alerts as a browser would. */
final class EventStream implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final HttpResponse<InputStream> response;
  private volatile boolean ended;

  EventStream(Client client) throws IOException, InterruptedException {
    response =
        HttpClient.newHttpClient()
            .send(
                client.request("/api/v1/alerts/stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
    Thread reader = new Thread(this::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
  }

  int status() {
    return response.statusCode();
  }

  boolean ended() {
    return ended;
  }

  /** All so far, as they came. */
  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() throws IOException {
    response.body().close();
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // Closed by the test, or cut by the server: either way it has ended.
      lines.add("");
    } finally {
      ended = true;
    }
  }
}
