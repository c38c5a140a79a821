package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What {@code /openapi} says that each operation answers. */
final class Documented {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  private final List<Operation> operations = new ArrayList<>();

  private Documented(JsonNode paths) {
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          Set<String> statuses = new TreeSet<>();
          verb.getValue().path("responses").fieldNames().forEachRemaining(statuses::add);
          operations.add(
              new Operation(
                  verb.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  statuses,
                  verb.getValue()));
        }
      }
    }
    operations.sort(Comparator.comparing(operation -> operation.template().contains("{")));
  }

  /** As the running application says now. */
  static Documented now() {
    return new Documented(Client.anonymous().get("/openapi?format=JSON").json().get("paths"));
  }

  /** The type of body that an operation takes; most take JSON. */
  static String type(String template) {
    if (template.contains("/ingest/")) {
      return "application/x-ndjson";
    }
    return template.endsWith("/sboms") ? "application/vnd.cyclonedx+json" : "application/json";
  }

  List<Operation> operations() {
    return operations;
  }

  /** The operation that such a call reaches. */
  Optional<Operation> find(String method, String path) {
    String plain = path.replaceAll("\\?.*", "");
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.matches(plain))
        .findFirst();
  }

  /** Fails on a defect, or if the operation that was called does not say that it answers so. */
  void check(String method, String path, Client.Answer answer) {
    assertThat(answer.status()).as("%s %s answered %s", method, path, answer).isNotEqualTo(500);
    find(method, path)
        .ifPresent(
            operation ->
                assertThat(operation.statuses())
                    .as("%s %s answered %s", method, path, answer)
                    .contains(Integer.toString(answer.status())));
  }

  /**
   * An operation.
   *
   * @param method in capitals
   * @param template its path
   * @param statuses what it answers
   * @param description all that is said of it
   */
  record Operation(String method, String template, Set<String> statuses, JsonNode description) {
    String name() {
      return method + ' ' + template;
    }

    boolean matches(String path) {
      return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), path);
    }

    /** The path with that value for every parameter. */
    String path(String value) {
      return template.replaceAll("\\{[^}]+}", value);
    }
  }
}
