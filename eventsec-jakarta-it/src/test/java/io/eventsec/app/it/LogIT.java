package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the server's log after real calls, and what must not be. */
class LogIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeEach
  void ready() {
    Await.ready();
    SignIns.forget();
  }

  @AfterAll
  static void forget() {
    SignIns.forget();
  }

  @Test
  void line_carriesTheIdOfTheRequestAndOfTheMessage() {
    String id = "it-log-" + UUID.randomUUID();
    Client.Answer answer = signIn("nobody-log", "wrong").with("X-Correlation-Id", id).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("X-Correlation-Id")).hasValue(id);
    JsonNode line = Await.until(() -> linesWith(id), lines -> !lines.isEmpty()).get(0);
    assertThat(line.get("ext_correlationId").asText()).isEqualTo(id);
    assertThat(line.get("ext_messageId").asText()).isEqualTo("EVS4001");
    assertThat(line.get("message").asText()).startsWith("EVS4001: A sign-in from ");
    assertThat(line.get("module").asText()).startsWith("io.eventsec.app.security.");
  }

  @Test
  void hostileId_isReplaced_andReachesNoLine() {
    String mark = UUID.randomUUID().toString();
    for (String hostile :
        new String[] {
          mark + " \",\"forged\":\"yes", "<b>" + mark + "</b>", mark + "{0}${jndi:x}", mark + mark
        }) {
      Client.Answer answer = signIn("nobody-log", "wrong").with("X-Correlation-Id", hostile).send();
      String given = answer.header("X-Correlation-Id").orElseThrow();
      assertThat(given).matches("[A-Za-z0-9-]{8,64}").doesNotContain(mark);
      assertThat(Await.until(() -> linesWith(given), lines -> !lines.isEmpty())).hasSize(1);
    }
    assertThat(everythingLogged().values()).noneMatch(text -> text.contains(mark));
  }

  @Test
  void everyLine_isOneObject() {
    signIn("line\\r\\n{\\\"forged\\\":1}\\u2028\\u202e", "wrong").send();
    List<String> lines = lines();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(parse(line).isObject()).as(line).isTrue();
    }
  }

  @Test
  void secrets_areInNoFile() {
    Map<String, String> secrets = useSecrets();
    Map<String, String> logged = everythingLogged();
    assertThat(logged).isNotEmpty();
    assertThat(String.join("", logged.values())).as("the run is logged").contains("EVS4001");
    secrets.forEach(
        (name, secret) ->
            logged.forEach(
                (file, text) ->
                    assertThat(text.contains(secret)).as("%s in %s", name, file).isFalse()));
  }

  /** Lets every kind of secret through the application, well used, misused, and with a fault. */
  private static Map<String, String> useSecrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("the administrator's password", Client.PASSWORD);
    secrets.put("the sensor's token", ItServers.SENSOR_TOKEN);
    secrets.put("the token for metrics", ItServers.METRICS_TOKEN);
    Client admin = Client.administrator();
    secrets.put("the session", admin.header("Cookie").replaceAll("^[^=]+=", ""));
    secrets.put("the CSRF token", admin.header("X-CSRF-Token"));
    String made = "a made-up setup token " + UUID.randomUUID();
    secrets.put("a setup token", made);
    admin.post("/api/v1/setup", Client.setup(made));
    for (String shape :
        new String[] {
          "{\"username\":\"ada\",\"password\":\"%s\"}",
          "{\"username\":\"%s\",\"password\":[",
          "{\"username\":{\"password\":\"%s\"}}",
          "[\"%s\"]"
        }) {
      String password = "pw-" + UUID.randomUUID();
      secrets.put("the password of " + shape, password);
      Client.anonymous()
          .with("Content-Type", "application/json")
          .post("/api/v1/session", shape.formatted(password));
      admin.post("/api/v1/setup", shape.formatted(password));
    }
    String created =
        admin
            .post("/api/v1/sensors", "{\"name\":\"log-" + UUID.randomUUID() + "\"}")
            .json()
            .get("token")
            .asText();
    secrets.put("a created sensor's token", created);
    Client sensor = Client.sensor().with("Authorization", "Bearer " + created);
    assertThat(sensor.post("/api/v1/ingest/log", "{}").status()).isEqualTo(202);
    Metrics.scrape();
    ItServers.postgres().stop();
    try {
      String password = "pw-" + UUID.randomUUID();
      secrets.put("a password while the database is away", password);
      assertThat(signIn("ada", password).send().status()).isEqualTo(503);
      assertThat(admin.get("/api/v1/alerts").status()).isEqualTo(503);
      assertThat(sensor.post("/api/v1/ingest/log", "{}").status()).isEqualTo(503);
      Metrics.scrape();
    } finally {
      ItServers.postgres().start();
    }
    Await.ready();
    signIn("nobody-log", "wrong").send();
    return secrets;
  }

  private static SignIn signIn(String name, String password) {
    String body = "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
    return new SignIn(Client.anonymous().with("Content-Type", "application/json"), body);
  }

  private static List<JsonNode> linesWith(String text) {
    return lines().stream().filter(line -> line.contains(text)).map(LogIT::parse).toList();
  }

  private static List<String> lines() {
    return text(ItServers.logs().resolve("messages.log")).lines().toList();
  }

  /** Every file that the server logs to, by name: messages, console, FFDC. */
  private static Map<String, String> everythingLogged() {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(ItServers.logs())) {
      List<Path> found = new ArrayList<>(files.filter(Files::isRegularFile).toList());
      found.forEach(file -> texts.put(file.toString(), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("No JSON: " + line, e);
    }
  }

  /**
   * A sign-in to be sent.
   *
   * @param client what sends it
   * @param body name and password
   */
  private record SignIn(Client client, String body) {
    SignIn with(String header, String value) {
      return new SignIn(client.with(header, value), body);
    }

    Client.Answer send() {
      return client.post("/api/v1/session", body);
    }
  }
}
