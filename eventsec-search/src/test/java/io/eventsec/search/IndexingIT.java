package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.IndexReport;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexingIT {
  private final Tenant tenant = TestSearch.newTenant();

  @Test
  void event_comesBackAsItWas() {
    String original = "{\"long\":\"" + "word ".repeat(20_000) + "\"}";
    Instant time = Instant.parse("2026-03-01T12:00:00.123456789Z");
    Event event =
        bare(1)
            .time(time)
            .original(original)
            .ecs("event.dataset", "suricata.dns")
            .ecs("source.ip", List.of("192.0.2.1", "2001:db8::1"))
            .ecs("source.port", 53L)
            .ecs("tls.resumed", true)
            .ecs("message", "asked for a name")
            .nativeField("dns.rrname", "host.example")
            .nativeField("message", "their own")
            .nativeField("big", "x".repeat(50_000))
            .build();
    TestSearch.EVENTS.index(List.of(event));
    EventHit hit = find(event);
    assertThat(hit.time()).isEqualTo(time);
    assertThat(hit.source()).isEqualTo(TestEvents.SOURCE);
    assertThat(hit.dataset()).isEqualTo("suricata.dns");
    assertThat(hit.original()).isEqualTo(original);
    assertThat(hit.summary()).isEqualTo("asked for a name");
    assertThat(hit.fields())
        .containsEntry("source.ip", List.of("192.0.2.1", "2001:db8::1"))
        .containsEntry("source.port", 53L)
        .containsEntry("tls.resumed", true)
        .containsEntry("dns.rrname", "host.example")
        .containsEntry("message", "asked for a name")
        .containsEntry("native.message", "their own")
        .containsEntry("big", "x".repeat(50_000))
        .doesNotContainKey("error.message");
  }

  @Test
  void ecsFieldWhoseTypeConflicts_becomesALabelAndIsNamed() {
    Event first = bare(1).ecs("custom.part", "an object's").build();
    Event second = bare(2).ecs("custom", "a value").ecs("user.name", "ann").build();
    assertThat(TestSearch.EVENTS.index(List.of(first))).isEqualTo(stored(1));
    assertThat(TestSearch.EVENTS.index(List.of(second, bare(3).build()))).isEqualTo(stored(2));
    assertThat(find(second).fields())
        .containsEntry("labels.custom", "a value")
        .containsEntry("user.name", "ann")
        .doesNotContainKey("custom");
    assertThat(String.valueOf(find(second).fields().get("error.message")))
        .contains("custom: kept as a label because");
  }

  @Test
  void moreFieldsThanAMappingMayHave_becomeLabels() {
    Event.Builder builder = bare(1).ecs("user.name", "ann");
    IntStream.range(0, 1_500).forEach(n -> builder.ecs("unknown.f" + n, "v" + n));
    Event event = builder.build();
    assertThat(TestSearch.EVENTS.index(List.of(event, bare(2).build()))).isEqualTo(stored(2));
    assertThat(find(event).fields())
        .containsEntry("labels.unknown_f1499", "v1499")
        .containsEntry("user.name", "ann");
  }

  @Test
  void eventThatIsRefusedEvenBare_isARejectionAndItsNeighboursAreStored() {
    String template =
        "{\"index_patterns\":[\"eventsec-events-%s\"],\"data_stream\":{},\"priority\":500,"
            + "\"template\":{\"mappings\":{\"properties\":{\"event\":{\"properties\":{"
            + "\"original\":{\"type\":\"long\"},\"id\":{\"type\":\"keyword\"}}}}}}}";
    String path = "/_index_template/" + tenant.id();
    TestSearch.send("PUT", path, template.formatted(tenant.id()));
    try {
      Event refused = bare(1).original("no number").build();
      IndexReport report = TestSearch.EVENTS.index(List.of(refused, bare(2).build()));
      assertThat(report.stored()).isEqualTo(1);
      Rejection rejection = report.rejected().get(0);
      assertThat(rejection.eventId()).isEqualTo(refused.id());
      assertThat(rejection.stage()).isEqualTo(Rejection.Stage.INDEX);
      assertThat(rejection.cause()).isEqualTo("index.mapping");
      assertThat(rejection.reason()).contains("event.original").contains("no number");
      assertThat(rejection.raw()).isEqualTo("no number");
    } finally {
      TestSearch.send("DELETE", TestSearch.stream(tenant).replace("/", "/_data_stream/"), "");
      TestSearch.send("DELETE", path, "");
    }
  }

  @Test
  void manyRequests_storeEverything() {
    BulkSettings small = new BulkSettings(7, 64 << 10, 2, Duration.ofMillis(1));
    OpenSearchEvents events =
        new OpenSearchEvents(new OpenSearchTemplates(TestSearch.CONNECTION), small);
    List<Event> many =
        IntStream.range(0, 60)
            .mapToObj(n -> bare(n).original("w ".repeat(n * 1_000)).build())
            .toList();
    assertThat(events.index(many)).isEqualTo(stored(60));
    assertThat(TestSearch.walk(TestSearch.all(tenant))).hasSize(60);
  }

  @Test
  void indexThatIsBlocked_isUnavailableWithTheCureAndNoRejection() {
    TestSearch.EVENTS.index(List.of(bare(1).build()));
    String settings = TestSearch.stream(tenant) + "/_settings";
    TestSearch.send("PUT", settings, "{\"index.blocks.read_only_allow_delete\":true}");
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> TestSearch.EVENTS.index(List.of(bare(2).build())))
        .withMessageContaining("disk")
        .withMessageContaining("free space");
    SearchHealth health =
        new OpenSearchHealth(new OpenSearchTemplates(TestSearch.CONNECTION))
            .check(Duration.ofSeconds(20));
    assertThat(health.state()).isEqualTo(SearchHealth.State.DEGRADED);
    assertThat(health.reason()).contains(tenant.id()).contains("blocked");
    TestSearch.send("PUT", settings, "{\"index.blocks.read_only_allow_delete\":null}");
    assertThat(TestSearch.EVENTS.index(List.of(bare(2).build()))).isEqualTo(stored(1));
  }

  @Test
  void indexThatWasThrownAway_isMadeAgainWithItsTypes() {
    TestSearch.EVENTS.index(List.of(bare(1).build()));
    TestSearch.send("DELETE", "/_data_stream/eventsec-events-*", "");
    TestSearch.send("DELETE", "/_index_template/eventsec-events", "");
    TestSearch.send("DELETE", "/_component_template/eventsec-events-mappings", "");
    Event event = bare(2).ecs("source.ip", "192.0.2.77").build();
    assertThat(TestSearch.EVENTS.index(List.of(event))).isEqualTo(stored(1));
    assertThat(TestSearch.walk(TestSearch.all(tenant).withFilter("source.ip", "192.0.2.0/24")))
        .hasSize(1);
  }

  private EventHit find(Event event) {
    TestSearch.EVENTS.refresh(tenant);
    return TestSearch.EVENTS.find(tenant, event.id()).orElseThrow();
  }

  private Event.Builder bare(int n) {
    Event numbered = TestEvents.event(tenant, n);
    return Event.builder(numbered.id(), tenant, TestEvents.SOURCE)
        .time(numbered.time())
        .receivedAt(numbered.receivedAt());
  }

  private static IndexReport stored(int count) {
    return new IndexReport(count, 0, Map.of());
  }
}
