package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /openapi} promises, and that it is kept. */
class ContractIT {
  private static final String PROBLEM = "#/components/schemas/Problem";
  private static final String SIGN_OUT = "DELETE /api/v1/session";

  /** More bytes than a body may have, unless its operation takes more. */
  private static final int LARGE = (1 << 20) + 1;

  private static final String ENDLESS = "GET /api/v1/alerts/stream";

  /** What nobody who integrates with us can do without, and what each answers at least. */
  private static final Map<String, Set<String>> MINIMUM =
      Map.ofEntries(
          Map.entry("POST /api/v1/session", Set.of("200", "400", "401", "429")),
          Map.entry("GET /api/v1/session", Set.of("200", "401")),
          Map.entry("DELETE /api/v1/session", Set.of("204", "401", "403")),
          Map.entry("GET /api/v1/alerts", Set.of("200", "401", "403", "422")),
          Map.entry("GET /api/v1/alerts/{id}", Set.of("200", "401", "403", "404")),
          Map.entry(
              "PATCH /api/v1/alerts/{id}",
              Set.of("200", "400", "401", "403", "404", "412", "413", "415", "422", "428")),
          Map.entry("GET /api/v1/alerts/stream", Set.of("200", "401", "403", "429")),
          Map.entry(
              "POST /api/v1/inventory/snapshots",
              Set.of("200", "400", "401", "403", "413", "415", "422", "503")),
          Map.entry(
              "POST /api/v1/inventory/sboms",
              Set.of("200", "400", "401", "403", "413", "415", "422", "503")),
          Map.entry("GET /api/v1/inventory/assets", Set.of("200", "401", "403", "422")),
          Map.entry("GET /api/v1/inventory/assets/{id}", Set.of("200", "401", "403", "404")),
          Map.entry(
              "GET /api/v1/inventory/assets/{id}/components",
              Set.of("200", "401", "403", "404", "422")),
          Map.entry("GET /api/v1/vulnerabilities", Set.of("200", "401", "403", "422")),
          Map.entry("GET /api/v1/vulnerabilities/findings", Set.of("200", "401", "403", "422")),
          Map.entry("POST /api/v1/incidents", Set.of("201", "400", "401", "403", "413", "422")),
          Map.entry("GET /api/v1/incidents", Set.of("200", "401", "403", "422")),
          Map.entry(
              "PATCH /api/v1/incidents/{id}",
              Set.of("200", "400", "401", "403", "404", "409", "412", "413", "422", "428")),
          Map.entry(
              "POST /api/v1/incidents/{id}/items",
              Set.of("200", "400", "401", "403", "404", "409", "412", "413", "422", "428")),
          Map.entry("GET /api/v1/notifications", Set.of("200", "401", "422")),
          Map.entry("GET /api/v1/notifications/unread", Set.of("200", "401")),
          Map.entry("POST /api/v1/notifications/{id}/read", Set.of("200", "401", "403", "404")),
          Map.entry(
              "POST /api/v1/notifications/read", Set.of("200", "400", "401", "403", "413", "422")),
          Map.entry("GET /api/v1/rules/{id}/coverage", Set.of("200", "401", "403", "404")),
          Map.entry("GET /api/v1/rules/{id}/reevaluations", Set.of("200", "401", "403", "404")),
          Map.entry(
              "POST /api/v1/rules/{id}/reevaluations",
              Set.of("202", "400", "401", "403", "404", "409", "413", "415", "422")),
          Map.entry("GET /api/v1/coverage/gaps", Set.of("200", "401", "403", "422")),
          Map.entry("GET /api/v1/indicators", Set.of("200", "401", "403", "422")),
          Map.entry(
              "POST /api/v1/indicators", Set.of("200", "400", "401", "403", "413", "415", "422")),
          Map.entry(
              "POST /api/v1/indicators/import",
              Set.of("200", "400", "401", "403", "413", "415", "422", "503")),
          Map.entry("DELETE /api/v1/indicators/{id}", Set.of("204", "401", "403", "404")),
          Map.entry("GET /api/v1/risk/entities", Set.of("200", "401", "403", "422")),
          Map.entry("GET /api/v1/risk/entity", Set.of("200", "401", "403", "404", "422")),
          Map.entry("GET /api/v1/users", Set.of("200", "401", "403", "422")),
          Map.entry(
              "POST /api/v1/ingest/{source}", Set.of("202", "400", "401", "404", "413", "429")));

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void minimum_isThereWithItsAnswers() {
    Documented documented = Documented.now();
    MINIMUM.forEach(
        (name, statuses) ->
            assertThat(documented.operations())
                .as(name)
                .filteredOn(operation -> operation.name().equals(name))
                .singleElement()
                .satisfies(
                    operation -> assertThat(operation.statuses()).as(name).containsAll(statuses)));
  }

  @Test
  void everyOperation_isNamedAndItsRefusalsAreProblems() {
    List<String> ids = new ArrayList<>();
    for (Documented.Operation operation : Documented.now().operations()) {
      JsonNode description = operation.description();
      ids.add(description.path("operationId").asText());
      assertThat(description.path("summary").asText()).as(operation.name()).isNotBlank();
      assertThat(operation.statuses())
          .as(operation.name())
          .anyMatch(status -> status.startsWith("2"));
      description
          .get("responses")
          .properties()
          .forEach(
              answer -> {
                if (answer.getKey().charAt(0) >= '4') {
                  assertThat(answer.getValue().findValuesAsText("$ref"))
                      .as(operation.name() + " " + answer.getKey())
                      .containsExactly(PROBLEM);
                }
              });
    }
    assertThat(ids).doesNotHaveDuplicates().doesNotContain("").hasSizeGreaterThan(25);
  }

  @Test
  void noCall_answersAnythingUndocumented() throws SQLException {
    Client admin = Client.administrator();
    ItDatabase.addUser("vera", "VIEWER");
    Client viewer = Client.user("vera");
    Documented documented = Documented.now();
    Set<String> seen = new TreeSet<>();
    for (Documented.Operation operation : documented.operations()) {
      for (Client client : List.of(Client.anonymous(), Client.sensor(), viewer, admin)) {
        for (Call call : calls(operation)) {
          // These two would end the session, and never end.
          if ((operation.name().equals(SIGN_OUT) || operation.name().equals(ENDLESS))
              && (client == viewer || client == admin)) {
            continue;
          }
          Client.Answer answer = call.by(client).send(operation.method(), call.path(), call.body());
          documented.check(operation.method(), call.path(), answer);
          seen.add(Integer.toString(answer.status()));
        }
      }
      ItDatabase.execute("delete from login_attempts");
    }
    assertThat(seen)
        .as("the calls reach what they are meant to reach")
        .contains(
            "200", "202", "400", "401", "403", "404", "406", "412", "413", "415", "422", "428");
  }

  /** Good and bad ways to call it. */
  private static List<Call> calls(Documented.Operation operation) {
    String uuid = operation.path("7d444840-9dc0-11d1-b245-5ffdce74fad2");
    String json = Documented.type(operation.template());
    List<Call> calls = new ArrayList<>();
    for (String path :
        List.of(
            uuid,
            operation.path("0".repeat(32)),
            operation.path("x"),
            uuid + "?limit=0",
            uuid + "?cursor=forged&limit=1",
            uuid + "?status=odd&severity=odd&hours=odd&from=odd&at=odd&filter=odd&format=odd",
            uuid + "?at=9999999-01-01T00:00:00Z&asset=odd&address=odd&actor=odd&objectKind=odd",
            uuid + "?reason=odd&state=odd",
            uuid + "?unread=odd&inForce=odd&kind=odd&value=odd&source=%00&minimum=odd",
            uuid + "?kind=host&name=odd")) {
      calls.add(new Call(path, json, "{}", "\"1\""));
    }
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{\"status\":\"odd\"}",
            "{\"owner\":\"odd\"}",
            "{\"upTo\":\"odd\"}",
            "{\"title\":\"\"}",
            "{\"source\":\"x\",\"indicators\":[null,{},{\"kind\":\"url\",\"value\":\"odd\"}]}")) {
      calls.add(new Call(uuid, json, body, "\"1\""));
    }
    if (operation.description().has("requestBody")) {
      calls.add(new Call(uuid, json, " ".repeat(LARGE), "\"1\""));
    }
    calls.add(new Call(uuid, "text/plain", "x", "\"1\""));
    calls.add(new Call(uuid, json, "{\"status\":\"closed\"}", ""));
    calls.add(new Call(uuid, json, "{\"status\":\"closed\"}", "\"odd\""));
    calls.add(new Call(uuid, json, "{\"status\":\"closed\"}", "\"1\"").accepting("image/png"));
    calls.add(new Call(uuid, json, "{\"status\":\"closed\"}", "\"1\"").with("X-CSRF-Token", "odd"));
    return calls;
  }

  private record Call(String path, byte[] body, Map<String, String> headers) {
    Call(String path, String type, String body, String ifMatch) {
      this(
          path,
          body.getBytes(StandardCharsets.UTF_8),
          ifMatch.isEmpty()
              ? Map.of("Content-Type", type)
              : Map.of("Content-Type", type, "If-Match", ifMatch));
    }

    Call accepting(String type) {
      return with("Accept", type);
    }

    Call with(String header, String value) {
      Map<String, String> more = new java.util.HashMap<>(headers);
      more.put(header, value);
      return new Call(path, body, more);
    }

    Client by(Client client) {
      Client calling = client;
      for (Map.Entry<String, String> header : headers.entrySet()) {
        calling = calling.with(header.getKey(), header.getValue());
      }
      return calling;
    }
  }
}
