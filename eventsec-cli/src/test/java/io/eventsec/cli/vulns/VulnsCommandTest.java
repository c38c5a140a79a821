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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void policy_judgesInsteadOfTheBuiltInOne() throws IOException {
    Path policy =
        Files.writeString(
            directory.resolve("policy.json"),
            """
            {"name": "ours", "levels": {"high": [{"exploited": true}], "critical": [{"epss": 0.06}]}}""");

    CommandRun run = run("--policy", policy.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().skip(1))
        .satisfiesExactly(
            git -> assertThat(git).startsWith("CRITICAL").contains("CVE-2023-22490"),
            log4j -> assertThat(log4j).startsWith("HIGH").contains("CVE-2021-44228"),
            nginx -> assertThat(nginx).startsWith("LOW"),
            other -> assertThat(other).startsWith("LOW"));
  }

  @Test
  void policy_thatIsNone_isRefusedWithItsCure() throws IOException {
    Path policy = Files.writeString(directory.resolve("policy.json"), "{\"name\": \"Ours!\"}");
    assertThat(run("--policy", policy.toString()))
        .satisfies(
            run -> assertThat(run.status()).isEqualTo(2),
            run -> assertThat(run.err()).contains("name 'Ours!' is no name", "use 1 to 64 of a-z"));
    assertThat(run("--policy", policy + ".gone").status()).isEqualTo(2);
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

  private static final String OPENVEX =
      """
      {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "urn:acme:1", "author": "Acme",
       "timestamp": "2026-01-01T00:00:00Z", "version": 1, "statements": [
        {"vulnerability": {"name": "CVE-2021-44228"}, "status": "not_affected",
         "justification": "vulnerable_code_not_in_execute_path",
         "products": [{"@id": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}]},
        {"vulnerability": {"name": "CVE-2021-23017"}, "status": "affected", "action_statement": "Update nginx",
         "products": [{"identifiers": {"cpe23": "cpe:2.3:a:f5:nginx:*:*:*:*:*:*:*:*"}}]},
        {"vulnerability": {"name": "CVE-2023-22490"}, "status": "fixed", "products": [{"@id": "pkg:deb/debian/git@9"}]},
        {"vulnerability": {"name": "CVE-2023-22490"}, "status": "safe", "products": [{"@id": "pkg:deb/debian/git"}]}]}
      """;

  private String openVex() throws IOException {
    return Files.writeString(directory.resolve("acme.json"), OPENVEX).toString();
  }

  @Test
  void vex_takesOut_counts_andShowsWhenAsked() throws IOException {
    CommandRun run = run("--vex", openVex());

    assertThat(run.out().lines().toList())
        .hasSize(4)
        .satisfies(
            lines -> assertThat(lines.get(0)).endsWith("VEX"),
            lines -> assertThat(lines.get(1)).contains("CVE-2021-23017", "affected: Update nginx"));
    assertThat(run.out()).doesNotContain("CVE-2021-44228");
    assertThat(run.err())
        .contains(
            "vex: ",
            "acme.json: statement 4: 'status' is 'safe'; use one of",
            "3 findings, 0 undecided, 1 suppressed by VEX (--show-suppressed shows them)");

    CommandRun shown = run("--vex", openVex(), "--show-suppressed");
    assertThat(shown.out())
        .contains("CVE-2021-44228", "not_affected: vulnerable_code_not_in_execute_path");
    assertThat(shown.err()).endsWith("1 suppressed by VEX" + System.lineSeparator());
  }

  @Test
  void vex_isToldToTools() throws IOException {
    assertThat(run("--vex", openVex(), "--show-suppressed", "--format", "json").out())
        .contains(
            "\"status\":\"FALSE_POSITIVE\",\"vex\":{\"status\":\"not_affected\",\"justification\":\"vulnerable_code_not_in_execute_path\"",
            "\"document\":\"urn:acme:1\",\"author\":\"Acme\",\"time\":\"2026-01-01T00:00:00Z\"");
    assertThat(run("--vex", openVex(), "--show-suppressed", "--format", "sarif").out())
        .containsOnlyOnce("\"suppressions\"")
        .contains("\"justification\":\"not_affected: vulnerable_code_not_in_execute_path\"");
    assertThat(run("--vex", openVex(), "--format", "sarif").out()).doesNotContain("CVE-2021-44228");
  }

  @Test
  void failOn_passesOverWhatVexTakesOut() throws IOException {
    assertThat(run("--fail-on", "high", "--vex", openVex()).status()).isZero();
    assertThat(run("--fail-on", "medium", "--vex", openVex()).status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openvex", "cyclonedx_vex", "csaf_vex"})
  void vexThatWasWritten_saysTheSameWhenItIsReadAgain(String format) throws IOException {
    CommandRun first = run("--vex", openVex(), "--format", format, "--author", "Ada");
    Path written = Files.writeString(directory.resolve("written.json"), first.out());

    CommandRun again = run("--vex", written.toString(), "--format", "json", "--show-suppressed");

    assertThat(again.err()).doesNotContain("vex: ").contains("1 suppressed by VEX");
    assertThat(again.out().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("\"author\":\"Ada\""))
        .filteredOn(line -> line.contains("\"status\":\"IN_REVIEW\""))
        .hasSize(2);
    assertThat(again.out()).contains("\"action\":\"Update nginx\"");
  }

  @Test
  void vexWithinTheInventory_meansItsComponents() throws IOException {
    Files.writeString(
        inventory,
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
         "components": [{"type": "library", "bom-ref": "log4j", "name": "log4j-core", "version": "2.14.1",
           "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}],
         "vulnerabilities": [{"id": "CVE-2021-44228", "analysis": {"state": "resolved"}, "affects": [{"ref": "log4j"}]}]}
        """);
    String link =
        Files.writeString(
                directory.resolve("vex.json"),
                """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "vulnerabilities": [{"id": "CVE-2021-44228",
                  "analysis": {"state": "in_triage"}, "affects": [
                    {"ref": "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#log4j"}]}]}
                """)
            .toString();

    assertThat(run("--vex", inventory.toString(), "--show-suppressed", "--format", "json").out())
        .contains("\"status\":\"MITIGATED\"");
    assertThat(run("--vex", link, "--format", "json").out()).contains("\"status\":\"IN_REVIEW\"");
    assertThat(run("--format", "json").out()).contains("\"status\":\"OPEN\"");
  }

  @Test
  void whatIsNoVex_isSaidWithItsCure() throws IOException {
    CommandRun missing = run("--vex", directory.resolve("none.json").toString());
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("there is no ", "What to do: name a file of VEX");

    CommandRun other = run("--vex", inventory.toString());
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("is no VEX: No JSON", "What to do: write OpenVEX 0.2.0");
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
