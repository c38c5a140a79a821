package io.eventsec.core.vuln.vex;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.range.VersRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VexSetTest {
  private static final String CVE = "CVE-2026-0001";
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

  private static VexComponent named(String name) {
    return name.startsWith("pkg:")
        ? VexComponent.of(PackageUrl.parse(name))
        : VexComponent.of(CpeName.parse(name));
  }

  private static VexStatement said(
      VexStatus status, String vulnerability, Optional<Instant> time, VexProduct... products) {
    return new VexStatement(
        new VexVulnerability(vulnerability, Set.of(), ""),
        Arrays.asList(products),
        VexClaim.of(status),
        new VexSource("d", "a", time));
  }

  private static VexStatement notAffected(VexProduct product) {
    return said(VexStatus.NOT_AFFECTED, CVE, Optional.of(DAY), product);
  }

  private static JudgedFinding judged(
      SoftwareComponent component, List<VexStatement> statements, SoftwareComponent... others) {
    List<SoftwareComponent> all = new ArrayList<>(List.of(component));
    all.addAll(Arrays.asList(others));
    return VexSet.of(statements)
        .judge(
            List.of(Findings.of(CVE, component, CVE)),
            Findings.inventory(all.toArray(SoftwareComponent[]::new)))
        .get(0);
  }

  @Test
  void counting_tellsEachStatementThatIsAboutASubject_whetherItCountsOrNot() {
    SoftwareComponent component = SoftwareComponent.of(PackageUrl.parse("pkg:npm/leftpad@1.0.0"));
    VexProduct product = VexProduct.of(named("pkg:npm/leftpad@1.0.0"));
    VexStatement old = notAffected(product);
    VexStatement later = said(VexStatus.FIXED, "GHSA-x", Optional.of(DAY.plusSeconds(1)), product);
    VexStatement other = notAffected(VexProduct.of(named("pkg:npm/chalk@1.0.0")));
    VexSubject subject = new VexSubject(CVE, Set.of("ghsa-X"), Set.of(), "", component);
    List<VexStatement> about = new ArrayList<>();

    List<Optional<VexStatement>> counting =
        VexSet.of(List.of(old, later, other))
            .counting(
                List.of(subject, new VexSubject("CVE-1999-1", Set.of(), Set.of(), "", component)),
                Findings.inventory(component),
                about::add);

    assertThat(counting).containsExactly(Optional.of(later), Optional.empty());
    assertThat(about).containsExactlyInAnyOrder(old, later);
  }

  private static boolean counts(VexComponent said, SoftwareComponent component) {
    return judged(component, List.of(notAffected(VexProduct.of(said)))).isSuppressed();
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_AFFECTED, FALSE_POSITIVE, true",
    "FIXED, MITIGATED, true",
    "UNDER_INVESTIGATION, IN_REVIEW, false",
    "AFFECTED, OPEN, false"
  })
  void statement_movesTheFinding(VexStatus said, FindingStatus status, boolean suppressed) {
    JudgedFinding judged =
        judged(
            Findings.component("pkg:npm/a@1.0.0"),
            List.of(said(said, CVE, Optional.of(DAY), VexProduct.of(named("pkg:npm/a")))));

    assertThat(judged.state().status()).isEqualTo(status);
    assertThat(judged.isSuppressed()).isEqualTo(suppressed);
    assertThat(judged.statement()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:npm/a, pkg:npm/a@1.0.0, true",
    "pkg:npm/a@1.0.0, pkg:npm/a@1.0.0, true",
    "pkg:npm/a@v1.0.0, pkg:npm/a@1.0.0, true",
    "pkg:npm/a@1.0.1, pkg:npm/a@1.0.0, false",
    "pkg:npm/b, pkg:npm/a@1.0.0, false",
    "pkg:npm/%40acme/a, pkg:npm/a@1.0.0, false",
    "pkg:pypi/a, pkg:npm/a@1.0.0, false",
    "pkg:npm/a@1.0.0#src, pkg:npm/a@1.0.0, false",
    "pkg:npm/a@1.0.0, pkg:npm/a@1.0.0#src, true",
    "pkg:deb/debian/git?arch=amd64, pkg:deb/debian/git@2.1?arch=amd64, true",
    "pkg:deb/debian/git?arch=arm64, pkg:deb/debian/git@2.1?arch=amd64, false",
    "pkg:deb/debian/git?arch=arm64, pkg:deb/debian/git@2.1, false",
    "pkg:deb/debian/git?arch=src, pkg:deb/debian/git-man@2.1?upstream=git, true",
    "pkg:deb/debian/git, pkg:deb/debian/git-man@2.1?upstream=git, false",
    "pkg:rpm/redhat/a@1-2?epoch=1, pkg:rpm/redhat/a@1-2?epoch=1, true",
    "pkg:rpm/redhat/a@1-2?epoch=1, pkg:rpm/redhat/a@1:1-2, true",
    "pkg:rpm/redhat/a@1-2?epoch=2, pkg:rpm/redhat/a@1-2?epoch=1, false",
    "cpe:2.3:a:f5:nginx:*:*:*:*:*:*:*:*, cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*, true",
    "cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*, cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*, true",
    "cpe:2.3:a:f5:nginx:1.19.0:*:*:*:*:*:*:*, cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*, false",
    "cpe:2.3:a:f5:nginx:1.*:*:*:*:*:*:*:*, cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*, true",
    "cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*, cpe:2.3:a:f5:nginx:*:*:*:*:*:*:*:*, false",
    "cpe:2.3:a:acme:a:*:*:*:*:*:*:*:*, pkg:npm/a@1.0.0, false"
  })
  void names_meanAComponent(String said, String there, boolean expected) {
    assertThat(counts(named(said), Findings.component(there))).isEqualTo(expected);
  }

  @Test
  void releaseOfTheComponent_isItsDistro() {
    VexComponent said = named("pkg:deb/debian/git?distro=debian-12");

    assertThat(counts(said, Findings.component("pkg:deb/debian/git@2.1").on("debian-12"))).isTrue();
    assertThat(counts(said, Findings.component("pkg:deb/debian/git@2.1").on("debian-11")))
        .isFalse();
  }

  @Test
  void sourcePackage_hasAVersionOfItsOwn() {
    SoftwareComponent built =
        Findings.component("pkg:deb/debian/libc-bin@2.36-9")
            .from(new SourcePackage("glibc", "2.36-9+x"));

    assertThat(counts(named("pkg:deb/debian/glibc@2.36-9%2Bx?arch=source"), built)).isTrue();
    assertThat(counts(named("pkg:deb/debian/glibc@2.36-9?arch=source"), built)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1.0.0, true", "1.9.9, true", "2.0.0, false", "3.0.0, true", "odd, false"})
  void versionsAndRanges_goBeforeWhatTheNameSays(String version, boolean expected) {
    VexComponent said =
        named("pkg:npm/a@7.0.0")
            .in(List.of("3.0.0"), List.of(VersRange.parse("vers:npm/>=1.0.0|<2.0.0")));

    assertThat(counts(said, Findings.component("pkg:npm/a@" + version))).isEqualTo(expected);
  }

  @Test
  void versionsOfCpeNames_goBeforeWhatTheNameSays() {
    VexComponent said =
        named("cpe:2.3:a:f5:nginx:9:*:*:*:*:*:*:*")
            .in(List.of(), List.of(VersRange.parse("vers:generic/<1.20")));

    assertThat(counts(said, Findings.component("cpe:2.3:a:f5:nginx:1.18.0:*:*:*:*:*:*:*")))
        .isTrue();
    assertThat(counts(said, Findings.component("cpe:2.3:a:f5:nginx:1.21.0:*:*:*:*:*:*:*")))
        .isFalse();
  }

  @Test
  void hashes_meanTheFile() {
    VexComponent said =
        new VexComponent("", List.of(), List.of(), Map.of("sha256", "00ff"), List.of(), List.of());

    assertThat(counts(said, Findings.component("pkg:generic/a@1?checksum=sha1:1,sha256:00FF")))
        .isTrue();
    assertThat(counts(said, Findings.component("pkg:oci/a@sha256%3A00ff"))).isTrue();
    assertThat(counts(said, Findings.component("pkg:oci/a@sha256%3A00fe"))).isFalse();
  }

  @Test
  void part_countsOnlyWithinItsProduct() {
    SoftwareComponent library = Findings.component("pkg:npm/a@1.0.0");
    VexStatement inShop =
        notAffected(new VexProduct(named("pkg:npm/a"), List.of(named("pkg:oci/shop"))));

    assertThat(judged(library, List.of(inShop)).isSuppressed()).isFalse();
    assertThat(
            judged(library, List.of(inShop), Findings.component("pkg:oci/shop@1")).isSuppressed())
        .isTrue();
    VexStatement onHost =
        notAffected(
            new VexProduct(
                named("pkg:npm/a"),
                List.of(
                    new VexComponent(
                        "host", List.of(), List.of(), Map.of(), List.of(), List.of()))));
    assertThat(judged(library, List.of(onHost)).isSuppressed()).isTrue();
  }

  @Test
  void productWithoutTheComponent_countsForNothing() {
    JudgedFinding judged =
        judged(
            Findings.component("pkg:npm/a@1.0.0"),
            List.of(notAffected(VexProduct.of(named("pkg:oci/shop")))),
            Findings.component("pkg:oci/shop@1"));

    assertThat(judged.statement()).isEmpty();
    assertThat(judged.state().status()).isEqualTo(FindingStatus.OPEN);
  }

  @ParameterizedTest
  @CsvSource({
    "cpe:/o:redhat:enterprise_linux:9, rhel-9.4, true",
    "cpe:/a:redhat:enterprise_linux:9::appstream, rhel-9.4, true",
    "cpe:/o:redhat:enterprise_linux:9.2, rhel-9.4, false",
    "cpe:/o:redhat:enterprise_linux:9, rhel-90, false",
    "cpe:/o:redhat:enterprise_linux:9, debian-9, false",
    "cpe:/o:debian:debian_linux:-, debian-9, false",
    "cpe:/o:opensuse:leap, opensuse-leap-15.4, true",
    "cpe:/o:suse:sles:15:sp4, sles-15.4, true",
    "cpe:/o:suse:sles:15:sp4, sles-15.5, false",
    "cpe:/o:suse:sles:15, sles-15.5, true",
    "cpe:/o:debian:debian_linux:9:beta, debian-9, false",
    "cpe:/a:redhat:rhel_eus:9.4, rhel-9.4, false"
  })
  void platform_isSeenFromTheRelease(String platform, String release, boolean expected) {
    SoftwareComponent component = Findings.component("pkg:rpm/redhat/a@1").on(release);
    VexStatement statement =
        notAffected(new VexProduct(named("pkg:rpm/redhat/a"), List.of(named(platform))));

    assertThat(judged(component, List.of(statement)).isSuppressed()).isEqualTo(expected);
  }

  @Test
  void latest_wins_thenTheMoreParticular_thenTheMoreCautious() {
    SoftwareComponent component = Findings.component("pkg:npm/a@1.0.0");
    VexProduct any = VexProduct.of(named("pkg:npm/a"));
    VexProduct exact = VexProduct.of(named("pkg:npm/a@1.0.0"));
    VexStatement old = said(VexStatus.AFFECTED, CVE, Optional.of(DAY.minusSeconds(1)), exact);
    VexStatement timeless = said(VexStatus.AFFECTED, CVE, Optional.empty(), exact);
    VexStatement fixed = said(VexStatus.FIXED, CVE, Optional.of(DAY), exact);
    VexStatement broad = said(VexStatus.AFFECTED, CVE, Optional.of(DAY), any);
    VexStatement open = said(VexStatus.UNDER_INVESTIGATION, CVE, Optional.of(DAY), exact);

    assertThat(judged(component, List.of(fixed, old, timeless)).statement()).hasValue(fixed);
    assertThat(judged(component, List.of(timeless, old)).statement()).hasValue(old);
    assertThat(judged(component, List.of(broad, fixed)).statement()).hasValue(fixed);
    assertThat(judged(component, List.of(open, broad, fixed)).statement()).hasValue(open);
  }

  /** Which statement counts does not depend on the order in which documents are given. */
  @Property
  void order_doesNotMatter(@ForAll("statements") List<VexStatement> statements) {
    SoftwareComponent component = Findings.component("pkg:npm/a@1.0.0");
    List<VexStatement> reversed = new ArrayList<>(statements);
    Collections.reverse(reversed);

    assertThat(judged(component, reversed).state())
        .isEqualTo(judged(component, statements).state());
  }

  @Provide
  Arbitrary<List<VexStatement>> statements() {
    Arbitrary<VexStatus> status = Arbitraries.of(VexStatus.class);
    Arbitrary<Optional<Instant>> time =
        Arbitraries.of(Optional.empty(), Optional.of(DAY), Optional.of(DAY.plusSeconds(1)));
    Arbitrary<String> product = Arbitraries.of("pkg:npm/a", "pkg:npm/a@1.0.0", "pkg:npm/b");
    return Combinators.combine(status, time, product)
        .as((s, t, p) -> said(s, CVE, t, VexProduct.of(named(p))))
        .list()
        .ofMaxSize(8);
  }

  @Test
  void vulnerability_isKnownByItsOtherNames_butNumbersOfCveDecide() {
    SoftwareComponent component = Findings.component("pkg:npm/a@1.0.0");
    VexProduct product = VexProduct.of(named("pkg:npm/a"));
    VulnerabilityFinding one = Findings.of(CVE, component, "GHSA-aaaa", CVE);
    VulnerabilityFinding second =
        Findings.of("CVE-2026-0002", component, "GHSA-bbbb", CVE, "CVE-2026-0002");
    VexStatement byAlias = said(VexStatus.FIXED, "ghsa-AAAA", Optional.of(DAY), product);
    VexStatement ofFirst =
        new VexStatement(
            new VexVulnerability(CVE, Set.of("GHSA-bbbb"), ""),
            List.of(product),
            VexClaim.of(VexStatus.FIXED),
            new VexSource("", "", Optional.of(DAY)));

    assertThat(suppressed(byAlias, one)).isTrue();
    assertThat(suppressed(ofFirst, one)).isTrue();
    assertThat(suppressed(ofFirst, second)).isFalse();
    assertThat(suppressed(said(VexStatus.FIXED, "GHSA-bbbb", Optional.of(DAY), product), second))
        .isTrue();
  }

  private static boolean suppressed(VexStatement statement, VulnerabilityFinding finding) {
    return VexSet.of(List.of(statement))
        .judge(List.of(finding), Findings.inventory(finding.component()))
        .get(0)
        .isSuppressed();
  }
}
