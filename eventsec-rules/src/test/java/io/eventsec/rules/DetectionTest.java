package io.eventsec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ruletest.RuleTestCase;
import io.eventsec.core.ruletest.RuleTestFile;
import io.eventsec.core.ruletest.RuleTestResult;
import io.eventsec.core.ruletest.RuleTests;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectionTest {
  private static final LoadedRules LOADED = BundledRules.load();
  private static final DetectionEngine ENGINE = DetectionEngine.compile(LOADED.rules());

  static Stream<String> files() {
    return BundledRules.FILES.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void cases_besideTheRule_pass(String file) throws IOException {
    Path directory = Path.of("src", "main", "resources", "eventsec", "rules");
    String name = file.replace(".yml", ".test.yml");
    RuleTestFile cases = RuleTests.read(name, Files.readString(directory.resolve(name)));

    assertThat(cases.problems()).isEmpty();
    assertThat(cases.cases()).filteredOn(RuleTestCase::mustMatch).hasSizeGreaterThan(1);
    assertThat(cases.cases()).filteredOn(test -> !test.mustMatch()).hasSizeGreaterThan(1);
    assertThat(run(file, cases))
        .allSatisfy(result -> assertThat(result.reason()).as(result.test().name()).isEmpty());
  }

  private static List<RuleTestResult> run(String file, RuleTestFile cases) {
    for (SigmaCorrelation correlation : LOADED.correlations()) {
      if (correlation.origin().file().equals(file)) {
        return new RuleTests().run(LOADED, correlation, cases);
      }
    }
    SigmaRule rule =
        LOADED.rules().stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
    return new RuleTests().run(rule, cases);
  }

  @Test
  void sample_firesElevenRules() {
    Map<String, Integer> firings = new TreeMap<>();
    for (SampleStream stream : SampleCapture.endingAt(Instant.parse("2027-01-01T00:00:00Z"))) {
      for (Event event : Decoding.events(stream.name(), RawBatch.AUTO, stream.payload())) {
        firing(event).forEach(file -> firings.merge(file, 1, Integer::sum));
      }
    }

    assertThat(firings)
        .containsExactly(
            Map.entry("suricata/alert_top_priority.yml", 1),
            Map.entry("suricata/ftp_clear_password.yml", 1),
            Map.entry("suricata/http_executable_download.yml", 1),
            Map.entry("suricata/http_tool_to_bare_address.yml", 3),
            Map.entry("zeek/conn_large_upload.yml", 1),
            Map.entry("zeek/conn_rdp_from_internet.yml", 1),
            Map.entry("zeek/conn_ssh_odd_port.yml", 1),
            Map.entry("zeek/dns_tunnel.yml", 5),
            Map.entry("zeek/notice_scan.yml", 1),
            Map.entry("zeek/smb_admin_share_program.yml", 2),
            Map.entry("zeek/ssl_untrusted_certificate.yml", 1));
  }

  private static List<String> firing(Event event) {
    return ENGINE.process(event).stream().map(match -> match.rule().file()).toList();
  }
}
