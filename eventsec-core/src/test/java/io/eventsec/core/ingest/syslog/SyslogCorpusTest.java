package io.eventsec.core.ingest.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.Json;
import io.eventsec.core.event.TimeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cases of another parser, valid and invalid, where the corpus is at hand. */
class SyslogCorpusTest {
  @Test
  void rfc5424_everyCaseIsReadOrRefusedAsItShould() throws IOException {
    List<String> differences = new ArrayList<>();
    List<Map<String, @Nullable Object>> cases = cases("logs/syslog_rfc5424.ndjson.gz");
    for (Map<String, @Nullable Object> one : cases) {
      Rfc5424 parsed = Rfc5424.parse(input(one));
      boolean valid = Boolean.TRUE.equals(one.get("valid"));
      if (parsed.problem().isEmpty() != valid) {
        differences.add(input(one) + ": " + parsed.problem());
      } else {
        String difference = difference(parsed.message(), one.get(valid ? "value" : "partial"));
        if (!difference.isEmpty() && (valid || !isLessStrict(difference))) {
          differences.add(input(one) + ": " + difference);
        }
      }
    }

    assertThat(cases).hasSize(637);
    assertThat(differences).isEmpty();
  }

  /** Where a case is broken the other parser keeps less of it, or a part of the broken place. */
  private static boolean isLessStrict(String difference) {
    return difference.startsWith("priority") || difference.startsWith("version");
  }

  @Test
  void rfc3164_everyCaseIsRead() throws IOException {
    List<Map<String, @Nullable Object>> cases = cases("logs/syslog_rfc3164.ndjson.gz");

    assertThat(cases).hasSize(8);
    for (Map<String, @Nullable Object> one : cases) {
      SyslogMessage message = Rfc3164.parse(input(one)).orElseThrow();
      assertThat(difference(message, one.get("value"))).as(input(one)).isEmpty();
    }
  }

  private static String difference(SyslogMessage message, @Nullable Object expected) {
    if (!(expected instanceof Map<?, ?> wanted)) {
      return "";
    }
    Map<String, String> found = new LinkedHashMap<>();
    compare("priority", String.valueOf(message.priority()), text(wanted, "Priority"), found);
    if (wanted.containsKey("Version")) {
      compare("version", String.valueOf(message.version()), text(wanted, "Version"), found);
      compare("time", time(message.timestamp()), time(text(wanted, "Timestamp")), found);
      compare("data", data(message.structuredData()), data(wanted.get("StructuredData")), found);
    }
    compare("host", message.hostname(), text(wanted, "Hostname"), found);
    compare("app", message.appName(), text(wanted, "Appname"), found);
    compare("process", message.procId(), text(wanted, "ProcID"), found);
    compare("kind", message.msgId(), text(wanted, "MsgID"), found);
    compare("message", message.message(), text(wanted, "Message"), found);
    return found.isEmpty() ? "" : found.values().iterator().next();
  }

  private static void compare(
      String part, @Nullable String is, @Nullable String wanted, Map<String, String> found) {
    if (!Objects.equals(is, wanted)) {
      found.put(part, part + " is " + is + ", not " + wanted);
    }
  }

  private static @Nullable String time(@Nullable String written) {
    return written == null ? null : String.valueOf(TimeText.parse(written));
  }

  /** Elements and parameters in one order. */
  private static String data(@Nullable Object elements) {
    return elements instanceof Map<?, ?> map ? sorted(map).toString() : "{}";
  }

  private static Map<Object, Object> sorted(Map<?, ?> elements) {
    Map<Object, Object> sorted = new TreeMap<>();
    elements.forEach((id, parameters) -> sorted.put(id, new TreeMap<>((Map<?, ?>) parameters)));
    return sorted;
  }

  private static @Nullable String text(Map<?, ?> values, String field) {
    Object value = values.get(field);
    return value == null ? null : value.toString();
  }

  private static String input(Map<String, @Nullable Object> one) {
    return one.containsKey("input")
        ? String.valueOf(one.get("input"))
        : new String(
            Base64.getDecoder().decode(String.valueOf(one.get("input_b64"))),
            StandardCharsets.UTF_8);
  }

  private static List<Map<String, @Nullable Object>> cases(String name) throws IOException {
    List<Map<String, @Nullable Object>> cases = new ArrayList<>();
    for (String line : Corpus.lines(Corpus.file(name))) {
      cases.add(Json.object(line));
    }
    return cases;
  }
}
