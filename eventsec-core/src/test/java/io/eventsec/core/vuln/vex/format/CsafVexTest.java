package io.eventsec.core.vuln.vex.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsafVexTest {
  private static final String HEAD =
      """
      {"document": {"category": "csaf_vex", "csaf_version": "2.0", "title": "t",
         "publisher": {"category": "vendor", "name": "Acme", "namespace": "https://acme.example"},
         "tracking": {"id": "ACME-1", "current_release_date": "2026-01-01T00:00:00Z"}},
       "product_tree": {
         "branches": [{"category": "vendor", "name": "Acme", "branches": [
           {"category": "product_name", "name": "Linux", "product": {"product_id": "OS", "name": "Linux 9",
             "product_identification_helper": {"cpe": "cpe:/o:redhat:enterprise_linux:9"}}},
           {"category": "product_version", "name": "1.0", "product": {"product_id": "A-1.0", "name": "a 1.0",
             "product_identification_helper": {"purl": "pkg:rpm/acme/a"}}},
           {"category": "product_version", "name": "a", "product": {"product_id": "A", "name": "a",
             "product_identification_helper": {"purl": "pkg:rpm/acme/a"}}},
           {"category": "product_version_range", "name": "vers:rpm/<2.0", "product": {"product_id": "A-OLD", "name": "a before 2",
             "product_identification_helper": {"purl": "pkg:rpm/acme/a"}}},
           {"category": "product_version_range", "name": "anything old", "product": {"product_id": "A-ODD", "name": "a, old",
             "product_identification_helper": {"purl": "pkg:rpm/acme/a"}}}]}],
         "full_product_names": [{"product_id": "B", "name": "b", "product_identification_helper": {
             "purl": "pkg:rpm/acme/b@1", "hashes": [{"filename": "b.rpm", "file_hashes": [
               {"algorithm": "sha256", "value": "402fa523b96591d4450ace90e32d9f779fcfd938903e1c5bf9d3701860b8f856"}]}]}}],
         "relationships": [
           {"category": "default_component_of", "product_reference": "A", "relates_to_product_reference": "MODULE",
             "full_product_name": {"product_id": "A:MODULE", "name": "a of m"}},
           {"category": "installed_on", "product_reference": "B", "relates_to_product_reference": "OS",
             "full_product_name": {"product_id": "MODULE", "name": "b on 9"}},
           {"category": "installed_on", "product_reference": "LOOP", "relates_to_product_reference": "LOOP",
             "full_product_name": {"product_id": "LOOP", "name": "itself"}}],
         "product_groups": [{"group_id": "G", "product_ids": ["A", "A-1.0"]}]},
       "vulnerabilities": [%s]}
      """;

  private static VexDocument read(String vulnerabilities) throws UnreadableVexException {
    return new VexReader().read(HEAD.formatted(vulnerabilities).getBytes(StandardCharsets.UTF_8));
  }

  private static VexComponent component(VexDocument document) {
    return document.statements().get(0).products().get(0).component();
  }

  @Test
  void statuses_haveFlagsThreatsAndRemediationsOfTheirProducts() throws Exception {
    VexDocument document =
        read(
            """
            {"cve": "CVE-2026-0001", "ids": [{"system_name": "Acme", "text": "ACME-BUG-7"}],
             "notes": [{"category": "general", "text": "no"}, {"category": "description", "text": "Overflow"}],
             "product_status": {"known_not_affected": ["A", "A-1.0"], "known_affected": ["B"], "fixed": ["A-OLD"],
               "under_investigation": ["OS"], "recommended": ["B"]},
             "flags": [{"label": "vulnerable_code_not_present", "group_ids": ["G"]}],
             "threats": [{"category": "impact", "details": "Not built in", "product_ids": ["A"]},
               {"category": "exploit_status", "details": "none", "product_ids": ["A-1.0"]}],
             "remediations": [{"category": "workaround", "details": "Turn it off", "product_ids": ["B"]}]}
            """);

    assertThat(document.problems()).singleElement().asString().contains("'anything old'", "VERS");
    assertThat(document.statements())
        .extracting(statement -> statement.claim().status())
        .containsExactly(
            VexStatus.NOT_AFFECTED,
            VexStatus.NOT_AFFECTED,
            VexStatus.AFFECTED,
            VexStatus.FIXED,
            VexStatus.UNDER_INVESTIGATION);
    VexStatement first = document.statements().get(0);
    assertThat(first.vulnerability().aliases()).containsExactly("ACME-BUG-7");
    assertThat(first.vulnerability().description()).isEqualTo("Overflow");
    assertThat(first.source().author()).isEqualTo("Acme");
    assertThat(first.source().document()).isEqualTo("ACME-1");
    assertThat(first.source().time()).hasValue(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(first.claim().justification())
        .hasValue(VexJustification.VULNERABLE_CODE_NOT_PRESENT);
    assertThat(first.claim().impact()).isEqualTo("Not built in");
    assertThat(document.statements().get(1).claim().impact()).isEmpty();
    assertThat(document.statements().get(2).claim().action()).isEqualTo("Turn it off");
  }

  @Test
  void versions_areThoseOfNamesOrBranches() throws Exception {
    String vulnerability =
        "{\"cve\": \"CVE-2026-0001\", \"product_status\": {\"fixed\": [\"%s\"]}}";

    assertThat(component(read(vulnerability.formatted("A"))).hasVersions()).isFalse();
    assertThat(component(read(vulnerability.formatted("A-1.0"))).versions()).containsExactly("1.0");
    assertThat(component(read(vulnerability.formatted("A-OLD"))).ranges())
        .hasToString("[vers:rpm/<2.0]");
    assertThat(component(read(vulnerability.formatted("B"))).hashes()).containsKey("sha256");
  }

  @Test
  void relationships_putComponentsIntoAllTheirPlaces() throws Exception {
    VexDocument document =
        read(
            """
            {"cve": "CVE-2026-0001", "product_status": {"fixed": ["A:MODULE"]}}
            """);

    assertThat(component(document).label()).isEqualTo("pkg:rpm/acme/a");
    assertThat(document.statements().get(0).products().get(0).within())
        .extracting(VexComponent::label)
        .containsExactly("pkg:rpm/acme/b@1", "cpe:2.3:o:redhat:enterprise_linux:9:*:*:*:*:*:*:*");
  }

  @Test
  void whatCannotBeTold_isToldWithItsPlace_andDoesNotSpoilTheRest() throws Exception {
    VexDocument document =
        read(
            """
            {"product_status": {"fixed": ["A"]}},
            {"cve": "CVE-2026-0001", "product_status": {"fixed": ["NONE", "LOOP", "A-ODD", "B"], "known_affected": ["A"],
               "known_not_affected": ["A", "A-1.0"]}},
            {"cve": "CVE-2026-0002", "product_status": {"known_not_affected": ["A", "B"]},
             "flags": [{"label": "all_fine", "product_ids": ["A"]},
               {"label": "component_not_present", "product_ids": ["B"]}]}
            """);

    assertThat(document.statements())
        .extracting(statement -> statement.vulnerability().id() + statement.products().size())
        .isEqualTo(List.of("CVE-2026-00011", "CVE-2026-00021"));
    assertThat(String.join("\n", document.problems()))
        .contains(
            "vulnerability 1: 'cve' is missing",
            "vulnerability 2: product 'A' is not_affected and affected; say one of them",
            "vulnerability 2: product 'A-1.0' is known_not_affected without flag",
            "vulnerability 2: product 'NONE' cannot be told",
            "vulnerability 2: product 'LOOP' cannot be told",
            "vulnerability 2: product 'A-ODD' cannot be told",
            "vulnerability 3: 'flags.label' is 'all_fine'; use one of component_not_present",
            "vulnerability 3: product 'A' is known_not_affected without flag");
  }

  /** Each relationship names the one before twice: as a tree it would have 2^28 leaves. */
  @Test
  void relationshipsThatDouble_areReadOnce() throws Exception {
    StringBuilder relationships = new StringBuilder();
    for (int i = 1; i <= 28; i++) {
      String before = i == 1 ? "B" : "R" + (i - 1);
      relationships.append(
          """
          {"category": "installed_on", "product_reference": "%s", "relates_to_product_reference": "%s",
           "full_product_name": {"product_id": "R%d", "name": "r"}},
          """
              .formatted(before, before, i));
    }
    String document =
        HEAD.formatted("{\"cve\": \"CVE-2026-0001\", \"product_status\": {\"fixed\": [\"R28\"]}}")
            .replace("\"relationships\": [", "\"relationships\": [" + relationships);

    VexDocument read = new VexReader().read(document.getBytes(StandardCharsets.UTF_8));

    assertThat(read.statements().get(0).products().get(0).within()).hasSize(1);
  }

  @Test
  void otherVersions_areRefused() {
    assertThatThrownBy(
            () ->
                new VexReader()
                    .read(
                        "{\"document\": {\"csaf_version\": \"3.0\"}}"
                            .getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableVexException.class)
        .hasMessageContaining("'csaf_version' is '3.0'; CSAF 2.0 is read");
  }

  @Test
  void otherDocuments_areRefused() {
    for (String other : List.of("{}", "[]", "", "{", "<a/>", "{\"bomFormat\": \"x\"}", "\u00e9")) {
      assertThatThrownBy(() -> new VexReader().read(other.getBytes(StandardCharsets.ISO_8859_1)))
          .isInstanceOf(UnreadableVexException.class)
          .message()
          .isNotBlank();
    }
  }
}
