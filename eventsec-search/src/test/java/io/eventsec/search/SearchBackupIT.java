package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.core.backup.BackupManifest;
import io.eventsec.core.backup.DamagedBackupException;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.internal.Answer;
import io.eventsec.testkit.TestEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchBackupIT {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Tenant tenant = TestSearch.newTenant();
  private final String events = "eventsec-events-" + tenant.id();
  private final String alerts = "eventsec-alerts-" + tenant.id();

  @TempDir Path home;

  @BeforeEach
  void empty() {
    TestSearch.send("DELETE", "/_data_stream/eventsec-*", "");
    new OpenSearchTemplates(TestSearch.CONNECTION).install();
  }

  @Test
  void everyDocument_comesBackByteForByte_inAsManyIndexes() throws IOException {
    TestSearch.EVENTS.index(events(0, 600));
    rollOver(events);
    TestSearch.EVENTS.index(events(600, 900));
    create(
        alerts, "a1", "{\"@timestamp\":\"2026-03-01T12:00:00Z\",\"rule\":{\"name\":\"\u2603\"}}");
    create(events, "n1", "{\"@timestamp\":\"2026-03-01T12:00:00Z\",\"x\":{\"n\":1.50,\"e\":1E3}}");
    Map<String, String> before = content(events);
    Map<String, String> alertsBefore = content(alerts);
    String fields = fields(events);

    BackupManifest written = backup();
    assertThat(written.items()).isEqualTo(902);
    empty();
    SearchRestore.Report report = restore();

    assertThat(report).isEqualTo(new SearchRestore.Report(902, 0, 0, ""));
    assertThat(content(events)).isEqualTo(before).hasSize(901);
    assertThat(content(alerts)).isEqualTo(alertsBefore).hasSize(1);
    assertThat(before.get("n1")).contains("1.50", "1E3");
    assertThat(indexes(events)).isEqualTo(2);
    assertThat(fields(events)).isEqualTo(fields);
    assertThat(TestSearch.walk(TestSearch.all(tenant).withLimit(200))).hasSize(900);
  }

  @Test
  void restore_again_storesNothingTwice() throws IOException {
    TestSearch.EVENTS.index(events(0, 20));
    backup();
    assertThat(restore()).isEqualTo(new SearchRestore.Report(0, 20, 0, ""));
    rollOver(events);
    assertThat(restore()).isEqualTo(new SearchRestore.Report(0, 20, 0, ""));
    assertThat(content(events)).hasSize(20);
  }

  @Test
  void restore_thatWasInterrupted_goesOn() throws IOException {
    TestSearch.EVENTS.index(events(0, 20));
    backup();
    empty();
    TestSearch.EVENTS.index(events(0, 8));
    assertThat(restore()).isEqualTo(new SearchRestore.Report(12, 8, 0, ""));
    assertThat(content(events)).hasSize(20);
  }

  @Test
  void fieldThatNoTemplateNames_isMappedAsItWas() throws IOException {
    create(events, "f1", "{\"@timestamp\":\"2026-03-01T12:00:00Z\",\"odd\":\"text\"}");
    create(events, "f2", "{\"@timestamp\":\"2026-03-01T12:00:00Z\",\"odd\":\"7\"}");
    String fields = fields(events);
    backup();
    empty();
    restore();
    assertThat(fields(events)).isEqualTo(fields).contains("odd");
  }

  @Test
  void documentThatIsRefused_isCountedWithTheReason_andItsNeighboursAreStored() throws IOException {
    create(events, "r1", "{\"@timestamp\":\"2026-03-01T12:00:00Z\",\"message\":\"words\"}");
    TestSearch.EVENTS.index(events(0, 3));
    backup();
    empty();
    String path = "/_index_template/" + tenant.id();
    TestSearch.send(
        "PUT",
        path,
        ("{\"index_patterns\":[\"%s\"],\"data_stream\":{},\"priority\":500,\"template\":{"
                + "\"mappings\":{\"properties\":{\"message\":{\"type\":\"long\"}}}}}")
            .formatted(events));
    try {
      SearchRestore.Report report = restore();
      assertThat(report.stored()).isEqualTo(3);
      assertThat(report.refused()).isEqualTo(1);
      assertThat(report.refusal()).contains("message");
    } finally {
      TestSearch.send("DELETE", "/_data_stream/" + events, "");
      TestSearch.send("DELETE", path, "");
    }
  }

  @Test
  void damagedBackup_storesNothing() throws IOException {
    TestSearch.EVENTS.index(events(0, 5));
    Path file = home.resolve("b").resolve(backup().entries().get(0).file());
    empty();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(this::restore)
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining(file.getFileName().toString());
    assertThat(TestSearch.send("GET", "/_data_stream/" + events, "").status()).isEqualTo(404);
  }

  @Test
  void streamOfSomebodyElse_isNotWrittenTo() throws IOException {
    TestSearch.EVENTS.index(events(0, 1));
    backup();
    Path manifest = home.resolve("b").resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"stream\" : \"" + events, "\"stream\" : \"theirs"));
    assertThatThrownBy(this::restore)
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining("'theirs");
  }

  @Test
  void openSearchThatIsAway_isTold_andLeavesNoWholeBackup() {
    try (OpenSearchConnection nobody = OpenSearchConnection.to("http://127.0.0.1:9").build()) {
      assertThatThrownBy(() -> new SearchBackup(nobody).write(home.resolve("b"), NOW, "test"))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("127.0.0.1:9");
    }
    assertThat(home.resolve("b").resolve("manifest.json")).doesNotExist();
  }

  private BackupManifest backup() throws IOException {
    return new SearchBackup(TestSearch.CONNECTION).write(home.resolve("b"), NOW, "test");
  }

  private SearchRestore.Report restore() throws IOException {
    return new SearchRestore(TestSearch.CONNECTION).restore(home.resolve("b"));
  }

  private List<Event> events(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> TestEvents.event(tenant, n)).toList();
  }

  private static void create(String stream, String id, String json) {
    Answer answer = TestSearch.send("PUT", "/" + stream + "/_create/" + id, json);
    assertThat(answer.ok()).as(answer.reason()).isTrue();
  }

  private static void rollOver(String stream) {
    assertThat(TestSearch.send("POST", "/" + stream + "/_rollover", "").ok()).isTrue();
  }

  private static int indexes(String stream) {
    return TestSearch.send("GET", "/_data_stream/" + stream, "")
        .json()
        .at("/data_streams/0/indices")
        .size();
  }

  /** The fields of the newest index. */
  private static String fields(String stream) {
    String index =
        TestSearch.send("GET", "/_data_stream/" + stream, "")
            .json()
            .at("/data_streams/0/indices")
            .findValuesAsText("index_name")
            .get(indexes(stream) - 1);
    JsonNode mapping = TestSearch.send("GET", "/" + index + "/_mapping", "").json();
    return mapping.path(index).path("mappings").path("properties").toString();
  }

  /** Documents as OpenSearch gives them, by id. */
  private static Map<String, String> content(String stream) {
    TestSearch.send("POST", "/" + stream + "/_refresh", "");
    String body =
        new String(
            TestSearch.send("POST", "/" + stream + "/_search", "{\"size\":5000}").body(),
            java.nio.charset.StandardCharsets.UTF_8);
    Map<String, String> content = new TreeMap<>();
    // As text and not as a tree, which would write numbers its own way.
    for (String hit : body.split("\\{\"_index\":", -1)) {
      if (hit.contains("\"_source\":")) {
        String id = hit.replaceAll("(?s).*?\"_id\":\"([^\"]*)\".*", "$1");
        String source = hit.substring(hit.indexOf("\"_source\":") + 10);
        content.merge(id, source.replaceAll("}[,\\]}]*$", ""), String::concat);
      }
    }
    return content;
  }
}
