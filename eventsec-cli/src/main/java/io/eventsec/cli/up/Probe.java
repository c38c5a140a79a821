package io.eventsec.cli.up;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the application how it is. Thread-safe. */
final class Probe {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int LONGEST = 2_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  Probe(int port) {
    // By number: the name may mean another address first.
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  boolean isReady() throws InterruptedException {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** True if it says that it stays closed because of its settings: waiting will not help. */
  boolean isRefused() throws InterruptedException {
    try {
      HttpResponse<String> answer = get("/readyz");
      return answer.statusCode() == 503 && isConfigurationDown(answer.body());
    } catch (IOException e) {
      return false;
    }
  }

  /** What it says about its components; or why it says nothing. */
  String report() throws InterruptedException {
    try {
      String body = get("/readyz").body().strip();
      return body.length() > LONGEST ? body.substring(0, LONGEST) + "..." : body;
    } catch (IOException e) {
      return "no answer on " + address + " (" + e + ")";
    }
  }

  private static boolean isConfigurationDown(String body) throws IOException {
    String name = "";
    String state = "";
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          name = "";
          state = "";
        } else if (token == JsonToken.VALUE_STRING) {
          name = "name".equals(json.currentName()) ? json.getText() : name;
          state = "state".equals(json.currentName()) ? json.getText() : state;
        }
        if (name.equals("configuration") && state.equals("down")) {
          return true;
        }
      }
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER).GET().build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
