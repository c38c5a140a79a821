package io.eventsec.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorDetectTest {
  private static final String FLOW =
      "{\"timestamp\":\"2026-11-24T08:00:00.000000+0000\",\"flow_id\":1,\"event_type\":\"flow\","
          + "\"src_ip\":\"10.0.0.7\",\"src_port\":50000,\"dest_ip\":\"%s\",\"dest_port\":443,"
          + "\"proto\":\"TCP\"}%n";

  @TempDir Path directory;

  private CommandRun detect(String name, String indicators) throws IOException {
    Path feed = Files.writeString(directory.resolve(name), indicators);
    Path log =
        Files.writeString(
            directory.resolve("eve.json"),
            FLOW.formatted("203.0.113.9") + FLOW.formatted("203.0.113.10"));
    return CommandRun.of(
        "detect", "--rules", "bundled", "--indicators", feed.toString(), log.toString());
  }

  @Test
  void bundle_eventThatNamesAnIndicator_isAMatchOfARule() throws IOException {
    CommandRun run =
        detect(
            "feed.json",
            """
            {"type": "bundle", "objects": [
              {"type": "indicator", "id": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2",
               "valid_from": "2026-01-01T00:00:00Z", "pattern_type": "stix", "confidence": 80,
               "pattern": "[ipv4-addr:value = '203.0.113.9']"},
              {"type": "indicator", "id": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d3",
               "valid_from": "2026-01-01T00:00:00Z", "valid_until": "2026-02-01T00:00:00Z",
               "pattern_type": "stix", "pattern": "[ipv4-addr:value = '203.0.113.10']"},
              {"type": "indicator", "id": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d4",
               "valid_from": "2026-01-01T00:00:00Z", "pattern_type": "stix",
               "pattern": "[ipv4-addr:value = '203.0.113.10' AND url:value = 'http://a.example/']"}
            ]}""");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Suricata Event Names a Threat Indicator");
    assertThat(run.err())
        .contains("2 indicators, 1 of 3 objects skipped", "object 3: INEXPRESSIBLE: AND asks for")
        .contains("2 events, 0 rejected, 1 matches");
  }

  @Test
  void list_badLine_isToldAndTheOthersCount() throws IOException {
    CommandRun run = detect("feed.txt", "203.0.113[.]9 # c2\n203.0.113.256\n203.0.113.10/31\n");

    assertThat(run.err())
        .contains("line 2: BAD_VALUE: '203.0.113.256' is not")
        .contains("2 indicators, 1 of 3 objects skipped")
        .contains("2 events, 0 rejected, 2 matches");
  }

  @Test
  void file_thatIsNotThere_isNamed() throws IOException {
    CommandRun run =
        CommandRun.of("detect", "--rules", "bundled", "--indicators", "gone.json", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Indicators cannot be read from gone.json");
  }
}
