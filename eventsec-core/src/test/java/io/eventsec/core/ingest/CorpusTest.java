package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real sensor logs, where the corpus is at hand. */
class CorpusTest {

  @Test
  void suricata_everyLineIsAnEvent() throws IOException {
    byte[] payload = unzipped("logs/suricata_eve_1000.ndjson.gz");

    DecodedBatch decoded = EventDecoder.standard().decode(Batches.of(RawBatch.AUTO, payload));

    assertThat(NdJson.count(payload)).isEqualTo(1_000);
    assertThat(decoded.rejections()).isEmpty();
    assertThat(decoded.events()).hasSize(1_000).allSatisfy(CorpusTest::isSound);
    assertThat(decoded.events())
        .noneMatch(event -> event.time().equals(Batches.RECEIVED))
        .noneMatch(event -> event.ecsFields().containsKey("error.message"));
  }

  private static void isSound(Event event) {
    assertThat(event.ecsFields()).containsKeys("event.kind", "event.dataset", "source.ip");
    assertThat(event.ecsFields().keySet()).allMatch(name -> EcsField.named(name).isPresent());
  }

  private static byte[] unzipped(String name) throws IOException {
    Path file = Path.of(System.getProperty("eventsec.corpus", "corpus")).resolve(name);
    Assumptions.assumeTrue(
        Files.isRegularFile(file),
        () -> "SKIPPED: no corpus file " + file + "; set -Deventsec.corpus to where it is");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
