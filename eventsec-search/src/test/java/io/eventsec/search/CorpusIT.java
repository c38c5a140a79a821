package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.IndexReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real records of a real sensor, all of which must be found. */
class CorpusIT {
  private static final Path FILE =
      Path.of(System.getProperty("eventsec.corpus", "../../shared/corpus"))
          .resolve("logs/suricata_eve_1000.ndjson.gz");

  @Test
  void realEveRecords_areAllStoredAndFound() throws IOException {
    boolean there = Files.isReadable(FILE);
    if (!there) {
      System.err.println("SKIPPED: no corpus at " + FILE + "; set -Deventsec.corpus");
    }
    assumeTrue(there, "no corpus at " + FILE);
    Tenant tenant = TestSearch.newTenant();
    DecodedBatch batch = EventDecoder.standard().decode(batch(tenant));
    List<Event> events = batch.events();
    assertThat(events).hasSizeGreaterThan(900);
    assertThat(TestSearch.EVENTS.index(events))
        .isEqualTo(new IndexReport(events.size(), 0, Map.of()));
    List<EventHit> found = TestSearch.walk(TestSearch.all(tenant).withLimit(200));
    assertThat(TestSearch.ids(found))
        .containsExactlyInAnyOrderElementsOf(events.stream().map(Event::id).toList());
    for (Event event : events.subList(0, 50)) {
      assertComesBack(tenant, event);
    }
  }

  private static void assertComesBack(Tenant tenant, Event event) {
    EventHit hit = TestSearch.EVENTS.find(tenant, event.id()).orElseThrow();
    assertThat(hit.original()).isEqualTo(event.original());
    assertThat(hit.time()).isEqualTo(event.time());
    assertThat(hit.fields()).containsAllEntriesOf(event.ecsFields());
    event
        .nativeFields()
        .forEach(
            (name, value) ->
                assertThat(hit.fields().getOrDefault("native." + name, hit.fields().get(name)))
                    .as(name)
                    .isEqualTo(value));
  }

  private static RawBatch batch(Tenant tenant) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(FILE))) {
      byte[] payload = in.readAllBytes();
      return new RawBatch(
          new EventOrigin(tenant, "suricata", "corpus", 0),
          "corpus",
          RawBatch.AUTO,
          Instant.parse("2026-11-24T00:00:00Z"),
          payload,
          1_000);
    }
  }
}
