package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.IndexReport;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplatesIT {
  private final Tenant tenant = TestSearch.newTenant();
  private final OpenSearchTemplates templates = new OpenSearchTemplates(TestSearch.CONNECTION);

  @AfterEach
  void restore() {
    TestSearch.send("DELETE", "/_data_stream/" + "eventsec-events-" + tenant.id(), "");
    TestSearch.send("DELETE", "/_index_template/eventsec-alerts", "");
    templates.install();
  }

  @Test
  void install_again_writesNothing() {
    templates.install();
    TemplateReport again = templates.install();
    assertThat(again.written()).isEmpty();
    assertThat(again.rolledOver()).isEmpty();
    assertThat(templates.outdated()).isEmpty();
  }

  @Test
  void install_overALaterVersion_leavesIt() {
    templates.install();
    TestSearch.send("DELETE", "/_data_stream/eventsec-alerts-*", "");
    TestSearch.send(
        "PUT",
        "/_index_template/eventsec-alerts",
        "{\"index_patterns\":[\"eventsec-alerts-*\"],\"data_stream\":{},\"version\":99,"
            + "\"priority\":400}");
    assertThat(templates.install().written()).isEmpty();
    assertThat(templates.outdated()).isEmpty();
  }

  @Test
  void install_overAnOlderMapping_rollsOverAndStillKnowsRepeats() {
    templates.install();
    TestSearch.send(
        "PUT",
        "/_component_template/eventsec-events-mappings",
        "{\"version\":0,\"template\":{\"mappings\":{\"properties\":{\"@timestamp\":"
            + "{\"type\":\"date\"},\"event\":{\"properties\":{\"id\":{\"type\":\"keyword\"}}}}}}}");
    List<Event> before = events(0, 20);
    assertThat(TestSearch.EVENTS.index(before)).isEqualTo(new IndexReport(20, 0, Map.of()));

    TemplateReport report = templates.install();
    assertThat(report.written()).containsExactly("eventsec-events-mappings");
    assertThat(report.rolledOver()).contains("eventsec-events-" + tenant.id());

    assertThat(TestSearch.EVENTS.index(events(10, 30)))
        .isEqualTo(new IndexReport(10, 10, Map.of()));
    assertThat(TestSearch.walk(TestSearch.all(tenant).withLimit(7))).hasSize(30);
    assertThat(TestSearch.walk(TestSearch.all(tenant).withFilter("source.ip", "192.0.2.25/32")))
        .hasSize(1);
  }

  @Test
  void install_withOtherSettings_appliesThemToWhatIsThere() {
    TestSearch.EVENTS.index(events(0, 1));
    OpenSearchTemplates other =
        new OpenSearchTemplates(
            TestSearch.CONNECTION,
            TemplateSettings.DEFAULT.withRefreshInterval(Duration.ofSeconds(7)));
    assertThat(other.install().written()).containsExactly("eventsec-settings");
    String settings =
        new String(
            TestSearch.send("GET", TestSearch.stream(tenant) + "/_settings", "").body(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(settings).contains("\"refresh_interval\":\"7000ms\"");
  }

  @Test
  void health_withoutTemplates_saysWhich() {
    TestSearch.send("DELETE", "/_data_stream/eventsec-alerts-*", "");
    TestSearch.send("DELETE", "/_index_template/eventsec-alerts", "");
    SearchHealth health = new OpenSearchHealth(templates).check(Duration.ofSeconds(20));
    assertThat(health.state()).isEqualTo(SearchHealth.State.DEGRADED);
    assertThat(health.reason()).contains("eventsec-alerts");
    templates.install();
    health = new OpenSearchHealth(templates).check(Duration.ofSeconds(20));
    assertThat(health.reason()).isEmpty();
    assertThat(health.state()).isEqualTo(SearchHealth.State.UP);
  }

  private List<Event> events(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> TestEvents.event(tenant, n)).toList();
  }
}
