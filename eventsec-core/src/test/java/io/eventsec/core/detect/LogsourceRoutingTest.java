package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogsourceRoutingTest {
  private static final SigmaRule RULE =
      Rules.about(
          "{product: windows, category: process_creation}",
          "selection: {Image|endswith: tool.exe}\ncondition: selection");

  @Test
  void byFields_theEventsOwnNamesDecide() {
    assertThat(fires(LogsourceRouting.BY_FIELDS, "product", "Windows")).isTrue();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "product", "linux")).isFalse();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "category", "process_creation")).isTrue();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "category", "file_event")).isFalse();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "service", "sysmon")).isTrue();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "other", "x")).isTrue();
  }

  @Test
  void otherwise_fieldsOfThoseNamesMeanNothing() {
    assertThat(fires(LogsourceRouting.BY_MODULE, "product", "linux")).isTrue();
    assertThat(fires(LogsourceRouting.NONE, "product", "linux")).isTrue();
  }

  private static boolean fires(LogsourceRouting routing, String field, String value) {
    return !DetectionEngine.builder()
        .rules(List.of(RULE))
        .routing(routing)
        .build()
        .process(Events.of(Map.of("Image", "c:\\tool.exe", field, value)))
        .isEmpty();
  }
}
