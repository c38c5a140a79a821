package io.eventsec.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about alerts, and correlations over them, over files. */
class RiskDetectTest {
  private static final String RULES =
      """
      title: Question for a bad name
      id: 11111111-0000-4000-8000-000000000002
      level: high
      logsource: {product: suricata, service: dns}
      detection:
        selection: {dns.rrname: bad.example}
        condition: selection
      ---
      title: An alert
      id: 11111111-0000-4000-8000-000000000003
      name: alert
      logsource: {product: eventsec, service: alert}
      detection:
        selection: {event.kind: alert}
        condition: selection
      ---
      title: Much about one address
      id: 22222222-0000-4000-8000-000000000002
      level: critical
      correlation:
        type: value_sum
        rules: [alert]
        group-by: [source.ip]
        timespan: 1h
        condition: {field: event.risk_score, gte: 100}
      """;

  @TempDir Path directory;

  @Test
  void correlationOverAlerts_namesTheRecordsBehindThem() throws IOException {
    String log = write("a.json", question(0, "192.0.2.7") + question(1, "192.0.2.8"));
    String more = write("b.json", question(2, "192.0.2.9") + question(1_800, "192.0.2.7"));

    CommandRun run = detect(log, more);

    assertThat(run.status()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(5);
    String firing = lines.get(4);
    assertThat(firing)
        .contains(
            "\"title\":\"Much about one address\"", "\"matched\":{\"source.ip\":\"192.0.2.7\"}")
        .contains("\"type\":\"value_sum\",\"measured\":100,\"number\":1")
        .contains("\"file\":\"" + log + "\",\"line\":1}")
        .contains("\"file\":\"" + more + "\",\"line\":2}");
    String alert = lines.get(3).replaceAll(".*\"alert\":\"([0-9a-f]{32})\".*", "$1");
    assertThat(firing)
        .as("the alert is the event with which the sum was reached")
        .contains("\"event\":{\"id\":\"" + alert + "\"", "\"first\":\"" + alert + "\"");
    assertThat(detect(more, log).out().lines()).containsExactlyInAnyOrderElementsOf(lines);
  }

  private CommandRun detect(String... logs) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("detect", "--rules", write("rules.yml", RULES)));
    arguments.addAll(List.of(logs));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private static String question(int second, String address) {
    return "{\"timestamp\":\"2026-03-01T12:%02d:%02dZ\",\"event_type\":\"dns\",\"src_ip\":\"%s\","
            .formatted(second / 60, second % 60, address)
        + "\"dest_ip\":\"192.0.2.53\",\"proto\":\"UDP\","
        + "\"dns\":{\"type\":\"query\",\"rrname\":\"bad.example\"}}\n";
  }
}
