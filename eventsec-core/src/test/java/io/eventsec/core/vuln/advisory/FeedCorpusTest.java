package io.eventsec.core.vuln.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class FeedCorpusTest {

  @Test
  void osv_everyRecordIsRead_andWhatIsNotIsSaid() throws Exception {
    List<Advisory> advisories = Feeds.osv();
    Map<String, Integer> unread = new TreeMap<>();
    int ranges = 0;
    for (Advisory advisory : advisories) {
      for (AffectedPackage affected : advisory.packages()) {
        ranges += affected.ranges().size();
        affected.unread().forEach(what -> unread.merge(what, 1, Integer::sum));
      }
    }
    Corpus.report(
        "advisories of OSV", advisories.size() + " with " + ranges + " ranges, unread " + unread);
    assertThat(advisories).hasSize(3317);
    assertThat(ranges).isGreaterThan(12_500);
    // A branch of nothing but letters, which is no version of Go.
    assertThat(unread.keySet()).allMatch(what -> what.contains("'main-gha.27122'")).hasSize(1);
  }

  @Test
  void osv_whatUpdatesMend_areTheVulnerabilitiesThatPeopleSee() throws Exception {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Advisory advisory : Feeds.osv()) {
      for (String id : advisory.vulnerabilities()) {
        kinds.merge(id.replaceAll("-.*", ""), 1, Integer::sum);
      }
    }
    Corpus.report("ids of vulnerabilities", kinds.toString());
    assertThat(kinds.get("CVE")).isGreaterThan(3000);
  }

  @Test
  void nvd_everyConfigurationIsRead() throws Exception {
    NvdReader reader = new NvdReader();
    int configurations = 0;
    for (String line : Corpus.lines(Corpus.file("vulns/feeds/nvd-overrides.cpe.jsonl.gz"))) {
      Advisory advisory = reader.read(line.getBytes(StandardCharsets.UTF_8));
      configurations += advisory.configurations().size();
    }
    Corpus.report("configurations of NVD", String.valueOf(configurations));
    assertThat(configurations).isGreaterThan(5_000);
  }

  @Test
  void kev_everyEntryIsRead() throws Exception {
    Map<String, KnownExploited> known = new KevReader().read(bytes("kev.json.gz"));
    assertThat(known).hasSize(1404);
    assertThat(known)
        .hasEntrySatisfying(
            "CVE-2025-48384", git -> assertThat(git.due()).contains(LocalDate.of(2025, 9, 15)));
    assertThat(known.values().stream().filter(KnownExploited::ransomware)).hasSizeGreaterThan(200);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(Corpus.file("vulns/feeds/" + name)))) {
      return in.readAllBytes();
    }
  }

  @Test
  void epss_linesAreRead_andOthersCounted() throws Exception {
    String table =
        "#model_version:v2025.03.14,score_date:2025-06-01T12:55:00Z\ncve,epss,percentile\n"
            + "CVE-2021-44228,0.94358,0.99957\nCVE-1999-0001,0.0142,0.79\nCVE-1999-0002,2,0.5\n";
    EpssScores scores =
        new EpssReader().read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    assertThat(scores.model()).isEqualTo("v2025.03.14");
    assertThat(scores.date()).isEqualTo("2025-06-01T12:55:00Z");
    assertThat(scores.byCve())
        .containsOnlyKeys("CVE-2021-44228", "CVE-1999-0001")
        .containsEntry("CVE-2021-44228", new ExploitProbability(0.94358, 0.99957));
    assertThat(scores.refused()).isEqualTo(1);
  }
}
