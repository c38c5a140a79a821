package io.eventsec.core.vuln.vex.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycloneDxVexTest {
  private static final String SERIAL = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79";
  private static final String BOM =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "%s", "version": 1,
       "metadata": {"timestamp": "2026-01-01T00:00:00Z", "authors": [{"name": "Ada"}]},
       "components": [{"type": "library", "bom-ref": "lib", "name": "a", "version": "1.0", "purl": "pkg:npm/a",
         "components": [{"type": "library", "bom-ref": "inner", "name": "b", "purl": "pkg:npm/b@2.0"}]}],
       "vulnerabilities": [%s]}
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static VexDocument read(String vulnerabilities) throws UnreadableVexException {
    return new VexReader().read(bytes(BOM.formatted(SERIAL, vulnerabilities)));
  }

  private static String vulnerability(String analysis, String affects) {
    return """
        {"id": "CVE-2026-0001", "references": [{"id": "GHSA-1", "source": {"name": "GitHub"}}],
         "recommendation": "Update", "analysis": {%s}, "affects": [%s]}
        """
        .formatted(analysis, affects);
  }

  @Test
  void analysis_isReadWithTheComponentsThatItIsAbout() throws Exception {
    VexDocument document =
        read(
            vulnerability(
                """
                "state": "not_affected", "justification": "protected_at_runtime", "detail": "Sandboxed",
                "lastUpdated": "2026-02-01T00:00:00Z"
                """,
                """
                {"ref": "lib"}, {"ref": "inner"}, {"ref": "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#inner"}
                """));

    assertThat(document.problems()).isEmpty();
    VexStatement statement = document.statements().get(0);
    assertThat(statement.vulnerability().aliases()).containsExactly("GHSA-1");
    assertThat(statement.claim().justification())
        .isEqualTo(Optional.of(VexJustification.INLINE_MITIGATIONS_ALREADY_EXIST));
    assertThat(statement.claim().written()).isEqualTo("protected_at_runtime");
    assertThat(statement.claim().reason()).isEqualTo("protected_at_runtime");
    assertThat(statement.claim().impact()).isEqualTo("Sandboxed");
    assertThat(statement.claim().action()).isEqualTo("Update");
    assertThat(statement.source().author()).isEqualTo("Ada");
    assertThat(statement.source().time()).hasValue(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(statement.products())
        .extracting(product -> product.component().label())
        .containsExactly("pkg:npm/a", "pkg:npm/b@2.0", "pkg:npm/b@2.0");
    assertThat(statement.products().get(0).component().versions()).containsExactly("1.0");
  }

  @ParameterizedTest
  @CsvSource({
    "resolved, FIXED",
    "resolved_with_pedigree, FIXED",
    "exploitable, AFFECTED",
    "in_triage, UNDER_INVESTIGATION",
    "false_positive, NOT_AFFECTED",
    "not_affected, NOT_AFFECTED"
  })
  void states_areStatuses(String state, VexStatus status) throws Exception {
    VexDocument document =
        read(vulnerability("\"state\": \"" + state + "\"", "{\"ref\": \"lib\"}"));

    assertThat(document.statements().get(0).claim().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "code_not_present, VULNERABLE_CODE_NOT_PRESENT",
    "code_not_reachable, VULNERABLE_CODE_NOT_IN_EXECUTE_PATH",
    "requires_configuration, VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY",
    "requires_dependency, COMPONENT_NOT_PRESENT",
    "requires_environment, VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY",
    "protected_by_compiler, INLINE_MITIGATIONS_ALREADY_EXIST",
    "protected_at_runtime, INLINE_MITIGATIONS_ALREADY_EXIST",
    "protected_at_perimeter, INLINE_MITIGATIONS_ALREADY_EXIST",
    "protected_by_mitigating_control, INLINE_MITIGATIONS_ALREADY_EXIST"
  })
  void justifications_areMapped(String written, VexJustification justification) {
    assertThat(VexJustification.ofCycloneDx(written)).hasValue(justification);
    assertThat(VexJustification.ofCycloneDx(justification.cycloneDxLabel()))
        .hasValue(justification);
  }

  @Test
  void versions_haveClaimsOfTheirOwn() throws Exception {
    VexDocument document =
        read(
            vulnerability(
                "\"state\": \"exploitable\"",
                """
                {"ref": "lib", "versions": [{"version": "1.0"}, {"range": "vers:npm/>=1.1|<1.4", "status": "affected"},
                  {"version": "1.4", "status": "unaffected"}, {"version": "2.0", "status": "unknown"}]}
                """));

    assertThat(document.problems()).isEmpty();
    assertThat(document.statements())
        .extracting(statement -> statement.claim().status())
        .containsExactly(VexStatus.AFFECTED, VexStatus.NOT_AFFECTED, VexStatus.UNDER_INVESTIGATION);
    VexStatement affected = document.statements().get(0);
    assertThat(affected.products().get(0).component().versions()).containsExactly("1.0");
    assertThat(affected.products().get(0).component().ranges())
        .hasToString("[vers:npm/>=1.1|<1.4]");
  }

  @Test
  void bomLinkToTheInventory_isResolvedWhenThatIsKnown() throws Exception {
    byte[] vex =
        bytes(
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:11111111-1111-1111-1111-111111111111",
             "vulnerabilities": [{"id": "CVE-2026-0001", "analysis": {"state": "in_triage"},
               "affects": [{"ref": "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#inner"}]}]}
            """);

    VexDocument alone = new VexReader().read(vex);
    assertThat(alone.statements()).isEmpty();
    assertThat(alone.problems().get(0)).contains("#inner' means no component that is known");
    VexDocument known = VexReader.knowing(bytes(BOM.formatted(SERIAL, ""))).read(vex);
    assertThat(known.problems()).isEmpty();
    assertThat(known.statements().get(0).products().get(0).component().label())
        .isEqualTo("pkg:npm/b@2.0");
    assertThat(VexReader.knowing(bytes("pkg:npm/a")).read(vex).statements()).isEmpty();
  }

  @Test
  void bomLinkThatEndsInAPackageUrl_isItsOwnName() throws Exception {
    VexDocument document =
        read(
            vulnerability(
                "\"state\": \"in_triage\"",
                "{\"ref\": \"urn:cdx:00000000-0000-0000-0000-000000000000/1#pkg:npm/%40acme/c@1.0+x\"}"));

    assertThat(document.statements().get(0).products().get(0).component().purls().get(0).version())
        .isEqualTo("1.0+x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"state\": \"fine\" | {\"ref\": \"lib\"} | 'analysis.state' is 'fine'; use one of resolved",
        "\"state\": \"not_affected\", \"justification\": \"lucky\" | {\"ref\": \"lib\"} | 'lucky', none of CycloneDX's nine",
        "\"state\": \"resolved\" | {\"ref\": \"nowhere\"} | 'nowhere' means no component",
        "\"state\": \"resolved\" | {\"ref\": \"lib\", \"versions\": [{\"range\": \"below 2\"}]} | 'below2' is no range of VERS",
        "\"state\": \"resolved\" | {\"ref\": \"lib\", \"versions\": [{}]} | no product of it can be told",
        "\"state\": \"resolved\" | {\"ref\": \"lib\", \"versions\": [{\"version\": \"1\", \"status\": \"odd\"}]} | 'affects.versions.status' is 'odd'"
      })
  void badAnalysis_isToldWithItsPlace_andDoesNotSpoilTheNext(
      String analysis, String affects, String told) throws Exception {
    VexDocument document =
        read(
            vulnerability(analysis, affects)
                + ","
                + vulnerability("\"state\": \"in_triage\"", "{\"ref\": \"lib\"}"));

    assertThat(document.statements()).hasSize(1);
    assertThat(document.problems())
        .anySatisfy(problem -> assertThat(problem).startsWith("vulnerability 1: ").contains(told));
  }

  @Test
  void componentThatIsCalledLikeACpeName_isReadByItsPackageUrl() throws Exception {
    String bom =
        BOM.formatted(SERIAL, vulnerability("\"state\": \"exploitable\"", "{\"ref\": \"lib\"}"))
            .replace("\"name\": \"a\"", "\"name\": \"cpe:0.0\"");

    VexDocument document = new VexReader().read(bytes(bom));

    assertThat(document.problems()).isEmpty();
    assertThat(document.statements().get(0).products()).hasSize(1);
  }

  @Test
  void hashOfAnUnheardOfName_isTold_andTheComponentStays() throws Exception {
    String bom =
        BOM.formatted(SERIAL, vulnerability("\"state\": \"exploitable\"", "{\"ref\": \"lib\"}"))
            .replace(
                "\"purl\": \"pkg:npm/a\"",
                "\"purl\": \"pkg:npm/a\", \"hashes\": [{\"alg\": \"cpe:SHA-1\", \"content\":"
                    + " \"da39a3ee5e6b4b0d3255bfef95601890afd80709\"}]");

    VexDocument document = new VexReader().read(bytes(bom));

    assertThat(document.problems()).anyMatch(problem -> problem.contains("'cpe:SHA-1'"));
    assertThat(document.statements().get(0).products()).hasSize(1);
  }

  @Test
  void vulnerabilityWithoutAnalysis_statesNothing() throws Exception {
    VexDocument document = read("{\"id\": \"CVE-2026-0001\", \"affects\": [{\"ref\": \"lib\"}]}");

    assertThat(document.statements()).isEmpty();
    assertThat(document.problems()).isEmpty();
  }

  @Test
  void xml_isReadAsJsonIs() throws Exception {
    VexDocument document =
        new VexReader()
            .read(
                bytes(
                    """
                    <?xml version="1.0"?>
                    <bom xmlns="http://cyclonedx.org/schema/bom/1.5" serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79">
                      <metadata><timestamp>2026-01-01T00:00:00Z</timestamp><authors><author><name>Ada</name></author></authors></metadata>
                      <components><component type="library" bom-ref="lib"><name>a</name><version>1.0</version><purl>pkg:npm/a@1.0</purl></component></components>
                      <vulnerabilities><vulnerability>
                        <id>CVE-2026-0001</id>
                        <references><reference><id>GHSA-1</id></reference></references>
                        <analysis><state>not_affected</state><justification>code_not_reachable</justification><detail>Never called</detail></analysis>
                        <affects><target><ref>lib</ref><versions><version><range>vers:npm/&lt;2.0</range><status>affected</status></version></versions></target></affects>
                      </vulnerability></vulnerabilities>
                    </bom>
                    """));

    assertThat(document.problems()).isEmpty();
    VexStatement statement = document.statements().get(0);
    assertThat(statement.vulnerability().aliases()).containsExactly("GHSA-1");
    assertThat(statement.claim().justification())
        .hasValue(VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
    assertThat(statement.claim().impact()).isEqualTo("Never called");
    assertThat(statement.source().author()).isEqualTo("Ada");
    assertThat(statement.products().get(0).component().ranges()).hasToString("[vers:npm/<2.0]");
  }
}
