package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, seen from outside. */
class SecurityIT {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final Set<String> PUBLIC =
      Set.of("GET /api/v1/setup", "POST /api/v1/setup", "POST /api/v1/session");

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void setup_worksOnceWithTheTokenOnly() {
    Client client = Client.anonymous().with("Content-Type", "application/json");
    if (client.get("/api/v1/setup").json().get("needed").asBoolean()) {
      assertThat(client.post("/api/v1/setup", Client.setup("wrong")).status()).isEqualTo(403);
      String weak = Client.setup(Client.setupToken()).replace(Client.PASSWORD, "short");
      assertThat(client.post("/api/v1/setup", weak).json().at("/errors/0/field").asText())
          .isEqualTo("password");
    }
    Client.administrator();
    assertThat(client.post("/api/v1/setup", Client.setup("any")).status()).isEqualTo(410);
    assertThat(client.get("/api/v1/setup").json().get("needed").asBoolean()).isFalse();
    assertThat(Files.exists(ItServers.setupToken())).as("the used token is cleared away").isFalse();
  }

  @Test
  void everyOperation_isClosedToStrangers() {
    Map<String, Integer> answers = new TreeMap<>();
    operations().forEach((operation, answer) -> answers.put(operation, answer));
    assertThat(answers).as("operations").hasSizeGreaterThan(15).containsKeys("GET /api/v1/alerts");
    PUBLIC.forEach(operation -> assertThat(answers.remove(operation)).isNotEqualTo(401));
    assertThat(answers).allSatisfy((operation, status) -> assertThat(status).isEqualTo(401));
  }

  @Test
  void callWithoutCsrfToken_isRefused() {
    Client admin = Client.administrator();
    String sensor = "{\"name\":\"csrf\"}";
    assertThat(admin.without("X-CSRF-Token").post("/api/v1/sensors", sensor).status())
        .isEqualTo(403);
    assertThat(admin.with("X-CSRF-Token", "wrong").post("/api/v1/sensors", sensor).status())
        .isEqualTo(403);
  }

  @Test
  void roles_mayDoWhatTheyMayDo() throws SQLException {
    Client.administrator();
    ItDatabase.addUser("vera", "VIEWER");
    ItDatabase.addUser("anna", "ANALYST");
    String patch = "/api/v1/alerts/" + "0".repeat(32);
    byte[] status = "{\"status\":\"closed\"}".getBytes(StandardCharsets.UTF_8);
    Client viewer = Client.user("vera");
    assertThat(viewer.get("/api/v1/alerts").status()).isEqualTo(200);
    assertThat(viewer.with("If-Match", "\"1\"").send("PATCH", patch, status).status())
        .isEqualTo(403);
    assertThat(viewer.get("/api/v1/sensors").status()).isEqualTo(403);
    Client analyst = Client.user("anna");
    assertThat(analyst.with("If-Match", "\"1\"").send("PATCH", patch, status).status())
        .isEqualTo(404);
    assertThat(analyst.send("PATCH", patch, status).status()).isEqualTo(428);
    assertThat(analyst.get("/api/v1/sensors").status()).isEqualTo(403);
    assertThat(viewer.post("/api/v1/ingest/x", "{}").status()).isEqualTo(401);
  }

  @Test
  void session_endsWithSignOut() {
    Client admin = Client.administrator();
    assertThat(admin.get("/api/v1/session").json().at("/user/role").asText()).isEqualTo("admin");
    assertThat(admin.send("DELETE", "/api/v1/session", new byte[0]).status()).isEqualTo(204);
    assertThat(admin.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void guessing_isSlowedDown() throws SQLException {
    Client.administrator();
    Client client = Client.anonymous().with("Content-Type", "application/json");
    String guess = "{\"username\":\"nobody-here\",\"password\":\"a wrong password\"}";
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(client.post("/api/v1/session", guess).status()).isEqualTo(401);
      }
      Client.Answer refused = client.post("/api/v1/session", guess);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isPresent();
    } finally {
      // All tests come from one address.
      ItDatabase.execute("delete from login_attempts");
    }
  }

  @Test
  void sensor_sendsUntilItIsRevoked() {
    Client admin = Client.administrator();
    Client.Answer made =
        admin.post("/api/v1/sensors", "{\"name\":\"s-" + UUID.randomUUID() + "\"}");
    assertThat(made.status()).isEqualTo(201);
    Client sensor =
        Client.sensor().with("Authorization", "Bearer " + made.json().get("token").asText());
    assertThat(sensor.post("/api/v1/ingest/x", "{}").status()).isEqualTo(202);
    assertThat(admin.get("/api/v1/sensors").text())
        .contains(made.json().get("id").asText())
        .doesNotContain(made.json().get("token").asText());
    String path = "/api/v1/sensors/" + made.json().get("id").asText();
    assertThat(admin.send("DELETE", path, new byte[0]).status()).isEqualTo(204);
    assertThat(sensor.post("/api/v1/ingest/x", "{}").status()).isEqualTo(401);
  }

  @Test
  void everyAnswer_isGuarded() {
    for (String path :
        new String[] {"/", "/api/v1/alerts", "/api/v1/none", "/none.js", "/readyz"}) {
      Client.Answer answer =
          Client.anonymous().with("X-Correlation-Id", "it-correlation-1").get(path);
      assertThat(answer.header("Content-Security-Policy")).as(path).isPresent();
      assertThat(answer.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(answer.header("X-Correlation-Id")).as(path).hasValue("it-correlation-1");
      assertThat(answer.header("Server")).as(path).isEmpty();
      assertThat(answer.header("X-Powered-By")).as(path).isEmpty();
      assertThat(answer.text()).as(path).doesNotContain("at io.eventsec", "Exception");
    }
  }

  @Test
  void problems_areProblems() {
    Client client = Client.anonymous();
    assertProblem(client.get("/api/v1/none"), 404);
    assertProblem(client.send("PUT", "/api/v1/session", new byte[0]), 405);
    assertProblem(client.with("Content-Type", "text/plain").post("/api/v1/session", "x"), 415);
    assertProblem(
        client.with("Content-Type", "application/json").post("/api/v1/session", "{\"us"), 400);
    assertProblem(
        client.with("Content-Type", "application/json").post("/api/v1/session", "{}"), 400);
    Client admin = Client.administrator();
    assertProblem(admin.get("/api/v1/alerts?limit=0"), 422);
    assertProblem(admin.get("/api/v1/alerts?status=odd"), 422);
    assertProblem(admin.get("/api/v1/alerts?cursor=forged"), 422);
    assertProblem(admin.get("/api/v1/events?filter=nocolon"), 422);
    assertProblem(admin.get("/api/v1/events/" + "0".repeat(32)), 404);
  }

  private static void assertProblem(Client.Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("correlationId").asText())
        .isEqualTo(answer.header("X-Correlation-Id").orElseThrow());
  }

  /** Calls every operation of the OpenAPI document as nobody. */
  private static Map<String, Integer> operations() {
    Map<String, Integer> answers = new TreeMap<>();
    JsonNode paths = Client.anonymous().get("/openapi?format=JSON").json().get("paths");
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        verb -> {
                          if (VERBS.contains(verb)) {
                            String method = verb.toUpperCase(Locale.ROOT);
                            answers.put(method + " " + path.getKey(), call(method, path.getKey()));
                          }
                        }));
    return answers;
  }

  private static int call(String method, String template) {
    String path = template.replaceAll("\\{[^}]+}", "x");
    return Client.anonymous()
        .with("Content-Type", Documented.type(template))
        .send(method, path, new byte[0])
        .status();
  }
}
