package io.eventsec.core.vuln.vex.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.finding.FindingState;
import io.eventsec.core.vuln.finding.RiskAcceptance;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.vex.FindingStatements;
import io.eventsec.core.vuln.vex.Findings;
import io.eventsec.core.vuln.vex.JudgedFinding;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexPosition;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexStatus;
import io.eventsec.core.vuln.vex.VexVulnerability;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VexWriterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final VexSource SOURCE =
      new VexSource("urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "Ada", Optional.of(NOW));
  private static final VexComponent PLATFORM =
      VexComponent.of(CpeName.parse("cpe:2.3:o:redhat:enterprise_linux:9:*:*:*:*:*:*:*"));

  private static VexDocument again(VexDocument document, VexFormat format) throws Exception {
    String json = new VexWriter().write(document, format, "shop");
    return new VexReader().read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static VexDocument document(List<VexStatement> statements) {
    return new VexDocument(SOURCE, statements, List.of());
  }

  private static VexStatement statement(VexProduct product) {
    return new VexStatement(
        new VexVulnerability("CVE-2026-0001", Set.of(), ""),
        List.of(product),
        VexClaim.of(VexStatus.FIXED),
        SOURCE);
  }

  /** What all formats have a place for is read as it was written. */
  @Property(tries = 200)
  void statements_areReadAsTheyWereWritten(
      @ForAll VexFormat format, @ForAll("statements") List<VexStatement> statements)
      throws Exception {
    VexDocument read = again(document(statements), format);

    assertThat(read.problems()).isEmpty();
    assertThat(read.source()).isEqualTo(SOURCE);
    assertThat(read.statements()).containsExactlyInAnyOrderElementsOf(statements);
  }

  /** Each about another vulnerability: CSAF has one status for a product and a vulnerability. */
  @Provide
  Arbitrary<List<VexStatement>> statements() {
    Arbitrary<Set<String>> aliases = Arbitraries.of("GHSA-1", "DSA-2-1", "X 3").set().ofMaxSize(2);
    Arbitrary<String> text = Arbitraries.of("", "Never \"called\"", "Größer");
    Arbitrary<Set<VexProduct>> products =
        Arbitraries.of(
                "pkg:npm/%40acme/a@1.0.0",
                "pkg:deb/debian/git@1:2.1-1?arch=amd64&distro=debian-12",
                "pkg:rpm/redhat/a",
                "cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*",
                "vers:pypi/>=1.0|<2.0")
            .map(VexWriterTest::product)
            .set()
            .ofMinSize(1)
            .ofMaxSize(3);
    return Combinators.combine(aliases, text, claims(), products)
        .as(
            (others, description, claim, of) ->
                new VexStatement(
                    new VexVulnerability("CVE-2026-0001", others, description),
                    List.copyOf(of),
                    claim,
                    SOURCE))
        .list()
        .ofMaxSize(4)
        .map(VexWriterTest::numbered);
  }

  private static List<VexStatement> numbered(List<VexStatement> statements) {
    List<VexStatement> numbered = new ArrayList<>();
    for (VexStatement one : statements) {
      numbered.add(
          new VexStatement(
              new VexVulnerability(
                  numbered.isEmpty() ? "ACME-7" : "CVE-2026-100" + numbered.size(),
                  one.vulnerability().aliases(),
                  one.vulnerability().description()),
              one.products(),
              one.claim(),
              one.source()));
    }
    return numbered;
  }

  private static VexProduct product(String name) {
    if (name.startsWith("vers:")) {
      return VexProduct.of(
          VexComponent.of(PackageUrl.parse("pkg:pypi/p"))
              .in(List.of(), List.of(VersRange.parse(name))));
    }
    return VexProduct.of(
        name.startsWith("pkg:")
            ? VexComponent.of(PackageUrl.parse(name))
            : VexComponent.of(CpeName.parse(name)));
  }

  private static Arbitrary<VexClaim> claims() {
    Arbitrary<VexClaim> notAffected =
        Arbitraries.of(VexJustification.class)
            .map(
                why ->
                    new VexClaim(
                        VexStatus.NOT_AFFECTED, Optional.of(why), "", "Because it is", ""));
    Arbitrary<VexClaim> affected =
        Arbitraries.of("Update to 2.0", "Turn it off")
            .map(what -> new VexClaim(VexStatus.AFFECTED, Optional.empty(), "", "", what));
    Arbitrary<VexClaim> others =
        Arbitraries.of(VexStatus.FIXED, VexStatus.UNDER_INVESTIGATION).map(VexClaim::of);
    return Arbitraries.oneOf(List.of(notAffected, affected, others));
  }

  @Test
  void openVexAndCycloneDx_keepTheTimesOfStatements() throws Exception {
    VexSource older =
        new VexSource(SOURCE.document(), SOURCE.author(), Optional.of(NOW.minusSeconds(3600)));
    VexStatement statement =
        new VexStatement(
            new VexVulnerability("CVE-2026-0001", Set.of(), ""),
            List.of(product("pkg:npm/a@1")),
            VexClaim.of(VexStatus.FIXED),
            older);

    for (VexFormat format : List.of(VexFormat.OPENVEX, VexFormat.CYCLONEDX)) {
      assertThat(again(document(List.of(statement)), format).statements())
          .containsExactly(statement);
    }
  }

  @Test
  void parts_stayInTheirProducts() throws Exception {
    VexStatement one =
        statement(new VexProduct(product("pkg:rpm/redhat/a").component(), List.of(PLATFORM)));
    VexStatement nested =
        statement(
            new VexProduct(
                product("pkg:rpm/redhat/a").component(),
                List.of(product("pkg:rpm/redhat/m@1").component(), PLATFORM)));

    assertThat(again(document(List.of(one)), VexFormat.OPENVEX).statements()).containsExactly(one);
    assertThat(again(document(List.of(one)), VexFormat.CSAF).statements()).containsExactly(one);
    assertThat(again(document(List.of(nested)), VexFormat.CSAF).statements())
        .containsExactly(nested);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> again(document(List.of(one)), VexFormat.CYCLONEDX))
        .withMessageContaining("write OpenVEX or CSAF");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> again(document(List.of(nested)), VexFormat.OPENVEX))
        .withMessageContaining("write CSAF");
  }

  @ParameterizedTest
  @EnumSource
  void hashes_areKept(VexFormat format) throws Exception {
    VexStatement statement =
        statement(
            VexProduct.of(
                new VexComponent(
                    "",
                    List.of(PackageUrl.parse("pkg:generic/a@1")),
                    List.of(CpeName.parse("cpe:2.3:a:acme:a:1:*:*:*:*:*:*:*")),
                    Map.of("sha256", "0f".repeat(32), "sha1", "0a".repeat(20)),
                    List.of(),
                    List.of())));

    assertThat(again(document(List.of(statement)), format).statements()).containsExactly(statement);
  }

  @ParameterizedTest
  @EnumSource
  void idThatLooksLikeABomLink_isKept(VexFormat format) throws Exception {
    VexStatement statement =
        statement(
            VexProduct.of(
                new VexComponent(
                    "urn:cdx:1/1#x", List.of(), List.of(), Map.of(), List.of(), List.of())));

    assertThat(again(document(List.of(statement)), format).statements()).containsExactly(statement);
  }

  @Test
  void cycloneDxsOwnJustification_isKept() throws Exception {
    VexStatement statement =
        new VexStatement(
            new VexVulnerability("CVE-2026-0001", Set.of(), ""),
            List.of(product("pkg:npm/a@1")),
            new VexClaim(
                VexStatus.NOT_AFFECTED,
                Optional.of(VexJustification.INLINE_MITIGATIONS_ALREADY_EXIST),
                "protected_by_compiler",
                "",
                ""),
            SOURCE);

    assertThat(again(document(List.of(statement)), VexFormat.CYCLONEDX).statements())
        .containsExactly(statement);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENVEX", "CSAF"})
  void claimsWithoutWords_getThoseThatTheFormatAsksFor(VexFormat format) throws Exception {
    VexDocument document =
        document(
            List.of(
                new VexStatement(
                    new VexVulnerability("CVE-2026-0001", Set.of(), ""),
                    List.of(product("pkg:npm/a@1")),
                    VexClaim.of(VexStatus.NOT_AFFECTED),
                    SOURCE),
                new VexStatement(
                    new VexVulnerability("CVE-2026-0002", Set.of(), ""),
                    List.of(product("pkg:npm/a@1")),
                    VexClaim.of(VexStatus.AFFECTED),
                    SOURCE)));

    assertThat(again(document, format).statements())
        .extracting(one -> one.claim().reason())
        .containsExactlyInAnyOrder("No reason was given", "No action is known");
  }

  @Test
  void contradiction_isWrittenToCsafAsTheMoreCautiousClaim() throws Exception {
    VexStatement safe = statement(product("pkg:npm/a@1"));
    VexStatement unknown =
        new VexStatement(
            safe.vulnerability(),
            safe.products(),
            VexClaim.of(VexStatus.UNDER_INVESTIGATION),
            SOURCE);

    assertThat(again(document(List.of(unknown, safe)), VexFormat.CSAF).statements())
        .containsExactly(unknown);
  }

  @Test
  void documentWithoutTime_isRefused() {
    VexDocument timeless =
        new VexDocument(new VexSource("urn:x", "", Optional.empty()), List.of(), List.of());

    for (VexFormat format : VexFormat.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new VexWriter().write(timeless, format, "shop"))
          .withMessageContaining("no time");
    }
  }

  @ParameterizedTest
  @EnumSource
  void findings_areStatedAsTheyStand(FindingStatus status) throws IOException {
    FindingState state =
        status == FindingStatus.ACCEPTED
            ? FindingState.accepted(new RiskAcceptance("ada", "is behind a gate", NOW))
            : FindingState.of(status);
    JudgedFinding judged =
        new JudgedFinding(
            Findings.of(
                "CVE-2026-0001", Findings.component("pkg:npm/a@1.0.0"), "GHSA-1", "CVE-2026-0001"),
            state,
            Optional.empty());

    VexStatement statement = FindingStatements.of(List.of(judged), SOURCE).statements().get(0);

    assertThat(statement.vulnerability().aliases()).containsExactly("GHSA-1");
    assertThat(statement.products()).containsExactly(product("pkg:npm/a@1.0.0"));
    assertThat(statement.claim().status())
        .isEqualTo(
            switch (status) {
              case OPEN, IN_REVIEW -> VexStatus.UNDER_INVESTIGATION;
              case MITIGATED, FALSE_POSITIVE -> VexStatus.NOT_AFFECTED;
              case ACCEPTED -> VexStatus.AFFECTED;
              case FIXED -> VexStatus.FIXED;
            });
    if (status == FindingStatus.ACCEPTED) {
      assertThat(statement.claim().action())
          .isEqualTo("Accepted by ada until 2026-03-01T10:00:00Z: is behind a gate");
    }
  }

  /** The same as a document that is in memory, though one vulnerability at a time is. */
  @ParameterizedTest
  @EnumSource
  void findingsInOrder_areWrittenWhileTheyCome(VexFormat format) throws Exception {
    List<VexPosition> positions = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      FindingStatus status = n % 2 == 0 ? FindingStatus.OPEN : FindingStatus.MITIGATED;
      positions.add(
          VexPosition.of(
              new JudgedFinding(
                  Findings.of(
                      "CVE-2026-%04d".formatted(n / 6),
                      Findings.component("pkg:npm/a" + n % 3 + "@1.0.0"),
                      "CVE-2026-%04d".formatted(n / 6)),
                  FindingState.of(status),
                  Optional.empty())));
    }
    StringWriter out = new StringWriter();

    new VexWriter()
        .write(
            SOURCE,
            FindingStatements.byVulnerability(
                positions.iterator(), SOURCE, FindingStatements.Hosts.WHERE_THEY_DIFFER),
            format,
            "shop",
            out);

    VexDocument whole = FindingStatements.ofPositions(positions, SOURCE);
    VexDocument read = new VexReader().read(out.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(again(whole, format));
    assertThat(read.statements()).hasSizeGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void documentThatBreaksOff_isNoJson(VexFormat format) {
    Iterator<List<VexStatement>> parts =
        Stream.generate(() -> List.of(statement(product("pkg:npm/a@1"))))
            .limit(3)
            .peek(new Breaking())
            .iterator();
    StringWriter out = new StringWriter();

    assertThatIllegalStateException()
        .isThrownBy(() -> new VexWriter().write(SOURCE, parts, format, "shop", out));

    assertThat(out.toString()).startsWith("{").contains("CVE-2026-0001");
    assertThatThrownBy(() -> new VexReader().read(out.toString().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableVexException.class);
  }

  /** Fails at the second part. */
  private static final class Breaking implements Consumer<List<VexStatement>> {
    private int parts;

    @Override
    public void accept(List<VexStatement> part) {
      if (++parts == 2) {
        throw new IllegalStateException("The source is away");
      }
    }
  }
}
