package io.eventsec.cli.vulns;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VulnsCommandTest {
  private static final String LOG4J =
      """
      {"id": "GHSA-jfh8-c2jp-5v3q", "aliases": ["CVE-2021-44228"], "modified": "2026-01-01T00:00:00Z",
       "summary": "Remote code injection in Log4j",
       "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"}],
       "affected": [{"package": {"ecosystem": "Maven", "name": "org.apache.logging.log4j:log4j-core"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "2.13.0"}, {"fixed": "2.15.0"}]}]}]}
      """;
  private static final String GIT =
      """
      {"id": "DSA-5357-1", "upstream": ["CVE-2023-22490", "CVE-2023-23946"], "summary": "git - security update",
       "affected": [{"package": {"ecosystem": "Debian:11", "name": "git"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1:2.30.2-1+deb11u2"}]}]}]}
      """;
  private static final String CATALOGUE =
      """
      {"catalogVersion": "2026.01.01", "count": 1, "vulnerabilities": [{"cveID": "CVE-2021-44228",
       "vulnerabilityName": "Log4j", "dateAdded": "2021-12-10", "dueDate": "2021-12-24",
       "knownRansomwareCampaignUse": "Known", "requiredAction": "Update"}]}
      """;
  private static final String NVD =
      """
      {"resultsPerPage": 1, "vulnerabilities": [{"cve": {"id": "CVE-2021-23017", "lastModified": "2026-01-01T00:00:00.000",
       "descriptions": [{"lang": "en", "value": "nginx resolver off by one"}],
       "metrics": {"cvssMetricV31": [{"source": "nvd@nist.gov", "cvssData": {"vectorString": "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:L"}}]},
       "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
         {"vulnerable": true, "criteria": "cpe:2.3:a:f5:nginx:*:*:*:*:*:*:*:*", "versionStartIncluding": "0.6.18", "versionEndExcluding": "1.20.1"}]}]}]}}]}
      """;
  private static final String INVENTORY =
      """
      # what is there
      pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1
      pkg:deb/debian/git@1:2.30.2-1?distro=debian-11
      pkg:deb/debian/git@1:2.30.2-1?distro=debian-12
      cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*
      pkg:maven/org.apache.logging.log4j/log4j-core@2.17.0
      """;

  @TempDir Path directory;
  private Path feeds = Path.of("");
  private Path inventory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    feeds = Files.createDirectory(directory.resolve("feeds"));
    try (OutputStream out = Files.newOutputStream(feeds.resolve("Maven.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("GHSA-jfh8-c2jp-5v3q.json"));
      zip.write(LOG4J.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("../broken.json"));
      zip.write("{".getBytes(StandardCharsets.UTF_8));
    }
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(feeds.resolve("debian.jsonl.gz")))) {
      String lines = "no json\n" + GIT.replace("\n", " ") + "\n";
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(feeds.resolve("kev.json"), CATALOGUE);
    Files.writeString(feeds.resolve("nvd.json"), NVD);
    Files.writeString(feeds.resolve("epss.csv"), "cve,epss,percentile\nCVE-2023-22490,0.06,0.9\n");
    Files.writeString(feeds.resolve("notes.txt"), "not a feed");
    inventory = Files.writeString(directory.resolve("inventory.txt"), INVENTORY);
  }

  private CommandRun run(String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "vulns";
    arguments[1] = "--advisories";
    arguments[2] = feeds.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    arguments[arguments.length - 1] = inventory.toString();
    return CommandRun.of(arguments);
  }

  @Test
  void table_hasTheWorstFirst_andWhatCouldNotBeReadIsSaid() {
    CommandRun run = run();

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().toList())
        .hasSize(5)
        .satisfiesExactly(
            head -> assertThat(head).startsWith("RISK"),
            log4j ->
                assertThat(log4j)
                    .startsWith("CRITICAL")
                    .contains("CVE-2021-44228", "2.14.1", "2.15.0", "10.0", "yes"),
            nginx ->
                assertThat(nginx).startsWith("MEDIUM").contains("CVE-2021-23017", "1.20.1", "5.6"),
            git -> assertThat(git).startsWith("MEDIUM").contains("CVE-2023-22490", "0.0600"),
            other -> assertThat(other).startsWith("LOW").contains("CVE-2023-23946", "DSA-5357-1"));
    assertThat(run.err())
        .contains(
            "broken.json", "debian.jsonl:1: No JSON", "5 components, 3 advisories: 4 findings");
  }

  @Test
  void json_saysWhy() {
    assertThat(run("--format", "json").out())
        .contains(
            "\"why\":\"Maven org.apache.logging.log4j:log4j-core 2.14.1 is in the range: introduced 2.13.0, fixed 2.15.0\"",
            "\"ransomware\":true",
            "\"why\":\"cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:* meets cpe:2.3:a:f5:nginx:*:*:*:*:*:*:*:* vers:generic/>=0.6.18|<1.20.1\"");
  }

  @Test
  void sarif_andCycloneDx_haveEachVulnerabilityOnce() {
    String sarif = run("--format", "sarif").out();
    assertThat(sarif).contains("\"version\":\"2.1.0\"", "\"level\":\"error\"");
    assertThat(sarif.split("\"ruleId\"", -1)).hasSize(5);
    String vex = run("--format", "cyclonedx_vex").out();
    assertThat(vex)
        .contains(
            "\"specVersion\":\"1.6\"",
            "\"ref\":\"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1\"",
            "\"state\":\"in_triage\"");
  }

  @Test
  void failOn_isForBuildPipelines() {
    assertThat(run("--fail-on", "critical").status()).isEqualTo(1);
    assertThat(run("--fail-on", "high").status()).isEqualTo(1);
  }

  @Test
  void failOn_nothingAsDangerous_isSuccess() throws IOException {
    Files.writeString(inventory, "pkg:deb/debian/git@1:2.30.2-1?distro=debian-11\n");

    assertThat(run("--fail-on", "high").status()).isZero();
    assertThat(run("--fail-on", "medium").status()).isEqualTo(1);
  }

  @Test
  void versionThatNobodyCanRead_isUndecided() throws IOException {
    Files.writeString(inventory, "pkg:golang/example.org/mod@latest\n");
    Files.writeString(
        feeds.resolve("go.json"),
        """
        {"id": "GO-2026-1", "affected": [{"package": {"ecosystem": "Go", "name": "example.org/mod"},
          "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "4.0.0"}]}]}]}
        """);

    CommandRun run = run("--fail-on", "low");

    assertThat(run.out()).contains("UNDECIDED");
    assertThat(run.err()).contains("0 findings, 1 undecided");
    assertThat(run.status()).isZero();
  }

  @Test
  void whatIsNotThere_isSaidWithItsCure() {
    CommandRun run = CommandRun.of("vulns", "--advisories", "nowhere", inventory.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is no nowhere", "What to do: name a file");
  }

  @Test
  void whatIsNoInventory_isSaid() throws IOException {
    Files.writeString(inventory, "{}");

    assertThat(run().status()).isEqualTo(2);
    assertThat(run().err()).contains("neither CycloneDX");
  }
}
