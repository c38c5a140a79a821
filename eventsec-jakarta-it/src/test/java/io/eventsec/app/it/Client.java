package io.eventsec.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls the application as a browser or a sensor would. */
final class Client {
  static final String PASSWORD = "correct horse battery";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private static final Supplier<Documented> DOCUMENTED = new Once();

  private final Map<String, String> headers = new LinkedHashMap<>();

  /** Nobody. */
  static Client anonymous() {
    return new Client();
  }

  /** The sensor that the server was provisioned with. */
  static Client sensor() {
    return new Client()
        .with("Authorization", "Bearer " + ItServers.SENSOR_TOKEN)
        .with("Content-Type", "application/x-ndjson");
  }

  /** The administrator, who is set up if that has not happened yet. */
  static Client administrator() {
    Client client = new Client().with("Content-Type", "application/json");
    boolean needed = client.get("/api/v1/setup").json().get("needed").asBoolean();
    Answer answer =
        needed
            ? client.post("/api/v1/setup", setup(setupToken()))
            : client.post("/api/v1/session", signIn("admin"));
    return client.signedIn(answer);
  }

  /** A user that is there. */
  static Client user(String name) {
    Client client = new Client().with("Content-Type", "application/json");
    return client.signedIn(client.post("/api/v1/session", signIn(name)));
  }

  static String signIn(String name) {
    return "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}";
  }

  static String setup(String token) {
    return "{\"token\":\""
        + token
        + "\",\"username\":\"admin\",\"displayName\":\"Ada\",\"password\":\""
        + PASSWORD
        + "\"}";
  }

  static String setupToken() {
    try {
      return Files.readString(ItServers.setupToken()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Client with(String header, String value) {
    Client other = new Client();
    other.headers.putAll(headers);
    other.headers.put(header, value);
    return other;
  }

  /** What it sends in the header; empty if nothing. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  Client without(String header) {
    Client other = new Client();
    other.headers.putAll(headers);
    other.headers.remove(header);
    return other;
  }

  Answer get(String path) {
    return send("GET", path, new byte[0]);
  }

  Answer post(String path, String body) {
    return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer send(String method, String path, byte[] body) {
    return send(method, path, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /** Without saying how long the body is. */
  Answer sendInChunks(String method, String path, byte[] body) {
    return send(
        method,
        path,
        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(
              request(path).timeout(Duration.ofSeconds(60)).method(method, body).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return checked(method, path, new Answer(response));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** No answer in any test is one that the operation does not document. */
  private static Answer checked(String method, String path, Answer answer) {
    if (path.startsWith("/api/")) {
      DOCUMENTED.get().check(method, path, answer);
    }
    return answer;
  }

  /** For whoever wants to read the answer as it comes. */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ItServers.application() + path));
    headers.forEach(request::header);
    return request;
  }

  private Client signedIn(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError("Not signed in: " + answer);
    }
    String cookie = answer.header("Set-Cookie").orElseThrow();
    return with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("X-CSRF-Token", answer.json().get("csrfToken").asText());
  }

  /** Reads the document once; it is the same for all tests. */
  private static final class Once implements Supplier<Documented> {
    private @Nullable Documented documented;

    @Override
    public synchronized Documented get() {
      if (documented == null) {
        documented = Documented.now();
      }
      return documented;
    }
  }

  /**
   * What the application answered.
   *
   * @param response in full
   */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError("Not JSON: " + this, e);
      }
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    @Override
    public String toString() {
      return status() + " " + text();
    }
  }
}
