package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The times in these logs are blotted out, so most events have the time received and say why. */
  @Test
  void zeek_everyLineIsAnEvent() throws IOException {
    Map<String, byte[]> logs = new Tar(unzipped("logs/zeek_btest.tar.gz")).files();
    List<String> rejections = new ArrayList<>();
    int lines = 0;
    int events = 0;
    for (Map.Entry<String, byte[]> log : logs.entrySet()) {
      byte[] payload = converted(log.getValue());
      DecodedBatch decoded = EventDecoder.standard().decode(Batches.of(RawBatch.AUTO, payload));
      lines += NdJson.count(payload);
      events += decoded.events().size();
      decoded.rejections().forEach(one -> rejections.add(log.getKey() + ": " + one.reason()));
      assertThat(decoded.events()).allSatisfy(CorpusTest::complainsOfTimesOnly);
    }

    assertThat(logs).hasSize(863);
    assertThat(rejections).isEmpty();
    assertThat(events).isEqualTo(lines).isEqualTo(8_109);
  }

  @ParameterizedTest
  @CsvSource({
    "windows_evtx_cc0_1500, 1500, windows",
    "windows_otrf_mit_1500, 1500, windows",
    "cloudtrail_dev, 500, aws"
  })
  void windowsAndCloudTrail_everyLineIsAnEvent(String file, int lines, String module)
      throws IOException {
    byte[] payload = unzipped("logs/" + file + ".ndjson.gz");

    DecodedBatch decoded = EventDecoder.standard().decode(Batches.of(RawBatch.AUTO, payload));

    assertThat(decoded.rejections()).isEmpty();
    assertThat(decoded.events()).hasSize(lines);
    assertThat(decoded.events())
        .allSatisfy(
            event -> {
              assertThat(event.ecsFields()).containsEntry("event.module", module);
              assertThat(event.ecsFields().keySet())
                  .allMatch(name -> EcsField.named(name).isPresent());
              assertThat(event.time()).isNotEqualTo(Batches.RECEIVED);
              assertThat(event.ecsFields().get("error.message")).isNull();
            });
  }

  private static void complainsOfTimesOnly(Event event) {
    assertThat(event.ecsFields().keySet()).allMatch(name -> EcsField.named(name).isPresent());
    assertThat(String.valueOf(event.ecsFields().getOrDefault("error.message", "XXX is not a time")))
        .contains("XXX")
        .contains("is not a time");
  }

  private static byte[] converted(byte[] log) {
    ZeekTsv tsv = new ZeekTsv();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int start = 0;
    for (int i = 0; i <= log.length; i++) {
      if (i == log.length || log[i] == '\n') {
        tsv.convert(Arrays.copyOfRange(log, start, i))
            .ifPresent(
                line -> {
                  out.writeBytes(line);
                  out.write('\n');
                });
        start = i + 1;
      }
    }
    return out.toByteArray();
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
