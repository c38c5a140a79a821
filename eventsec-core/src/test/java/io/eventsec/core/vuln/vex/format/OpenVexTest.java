package io.eventsec.core.vuln.vex.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenVexTest {
  private static final String HEAD =
      """
      {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://acme.example/vex/1", "author": "Acme",
       "timestamp": "2026-01-01T00:00:00Z", "version": 1, "statements": [%s]}
      """;

  static VexDocument read(String statements) throws UnreadableVexException {
    return new VexReader().read(HEAD.formatted(statements).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void statement_isReadWithAllThatItNames() throws Exception {
    VexDocument document =
        read(
            """
            {"vulnerability": {"name": "CVE-2021-44228", "aliases": ["GHSA-jfh8-c2jp-5v3q", "CVE-2021-44228"], "description": "Log4Shell"},
             "timestamp": "2026-01-02T01:00:00+01:00", "status": "not_affected",
             "justification": "vulnerable_code_not_in_execute_path", "impact_statement": "JNDI is off",
             "products": [{"@id": "pkg:maven/org.acme/shop@1.0",
               "identifiers": {"cpe23": "cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*"},
               "hashes": {"sha-256": "402FA523B96591D4450ACE90E32D9F779FCFD938903E1C5BF9D3701860B8F856"},
               "subcomponents": [{"@id": "pkg:maven/org.apache.logging.log4j/log4j-core?vers=vers:maven/%3C2.15.0"}]}]}
            """);

    assertThat(document.problems()).isEmpty();
    assertThat(document.source().document()).isEqualTo("https://acme.example/vex/1");
    VexStatement statement = document.statements().get(0);
    assertThat(statement.vulnerability().id()).isEqualTo("CVE-2021-44228");
    assertThat(statement.vulnerability().aliases()).isEqualTo(Set.of("GHSA-jfh8-c2jp-5v3q"));
    assertThat(statement.vulnerability().description()).isEqualTo("Log4Shell");
    assertThat(statement.source().author()).isEqualTo("Acme");
    assertThat(statement.source().time())
        .isEqualTo(Optional.of(Instant.parse("2026-01-02T00:00:00Z")));
    assertThat(statement.claim().status()).isEqualTo(VexStatus.NOT_AFFECTED);
    assertThat(statement.claim().justification())
        .isEqualTo(Optional.of(VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH));
    assertThat(statement.claim().impact()).isEqualTo("JNDI is off");
    VexProduct product = statement.products().get(0);
    assertThat(product.component().purls())
        .hasToString("[pkg:maven/org.apache.logging.log4j/log4j-core]");
    assertThat(product.component().ranges()).hasToString("[vers:maven/<2.15.0]");
    VexComponent whole = product.within().get(0);
    assertThat(whole.cpes()).hasSize(1);
    assertThat(whole.hashes())
        .isEqualTo(
            Map.of("sha256", "402fa523b96591d4450ace90e32d9f779fcfd938903e1c5bf9d3701860b8f856"));
  }

  @Test
  void times_goDownFromTheDocument_andTheLastUpdateCounts() throws Exception {
    String statement =
        """
        {"vulnerability": {"name": "CVE-2026-0001"}, "products": [{"@id": "pkg:npm/a@1"}], "status": "fixed" %s}
        """;

    assertThat(read(statement.formatted("")).statements().get(0).source().time())
        .hasValue(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(
            read(statement.formatted(
                    ", \"timestamp\": \"2025-01-01T00:00:00Z\", \"last_updated\": \"2025-06-01T00:00:00Z\""))
                .statements()
                .get(0)
                .source()
                .time())
        .hasValue(Instant.parse("2025-06-01T00:00:00Z"));
  }

  @Test
  void textsOfOlderVersions_areRead() throws Exception {
    VexDocument document =
        read(
            """
            {"vulnerability": "CVE-2026-0001", "products": ["pkg:oci/shop@sha256:00"], "status": "affected",
             "subcomponents": ["pkg:deb/debian/git"]}
            """);

    assertThat(document.statements().get(0).products().get(0).component().label())
        .isEqualTo("pkg:deb/debian/git");
    assertThat(document.statements().get(0).products().get(0).within()).hasSize(1);
  }

  @Test
  void emptyListOfParts_meansTheProduct_butUnreadablePartsDoNot() throws Exception {
    String statement =
        """
        {"vulnerability": {"name": "CVE-2026-0001"}, "status": "fixed",
         "products": [{"@id": "pkg:npm/a@1", "subcomponents": [%s]}]}
        """;

    assertThat(read(statement.formatted("")).statements()).hasSize(1);
    VexDocument refused = read(statement.formatted("{\"@id\": \"pkg:npm\"}"));
    assertThat(refused.statements()).isEmpty();
    assertThat(refused.problems()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"products\": [{\"@id\": \"pkg:npm/a\"}], \"status\": \"fixed\"} | 'vulnerability.name' is missing",
        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"status\": \"fixed\"} | no product of it can be told; name each",
        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"products\": [{\"@id\": \"pkg:npm/a\"}], \"status\": \"safe\"} | 'status' is 'safe'; use one of not_affected, affected",
        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"products\": [{\"@id\": \"pkg:npm/a\"}], \"status\": \"not_affected\"} | neither 'justification' nor 'impact_statement'; say why",
        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"products\": [{\"@id\": \"pkg:npm/a\"}], \"status\": \"not_affected\", \"impact_statement\": \"\\u0001\"} | neither 'justification' nor 'impact_statement'; say why",
        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"products\": [{\"@id\": \"pkg:npm/a\"}], \"status\": \"not_affected\", \"justification\": \"trust_me\"} | 'justification' is 'trust_me'; use one of component_not_present",
        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"products\": [{\"@id\": \"pkg:npm/a\"}], \"status\": \"fixed\", \"timestamp\": \"now or never\"} | 'timestamp' is 'now or never', no moment; write one like",
        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"products\": [{\"@id\": \"pkg:npm/a?vers=vers:npm/%3C\"}], \"status\": \"fixed\"} | no product of it can be told"
      })
  void badStatement_isToldWithItsPlace_andDoesNotSpoilTheNext(String bad, String told)
      throws Exception {
    VexDocument document =
        read(
            bad
                + """
                , {"vulnerability": {"name": "CVE-2026-0002"}, "products": [{"@id": "pkg:npm/b@1"}], "status": "fixed"}
                """);

    assertThat(document.statements())
        .extracting(statement -> statement.vulnerability().id())
        .isEqualTo(List.of("CVE-2026-0002"));
    assertThat(document.problems())
        .anySatisfy(problem -> assertThat(problem).startsWith("statement 1: ").contains(told));
  }
}
