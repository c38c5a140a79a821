package io.eventsec.core.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.NvdReader;
import io.eventsec.core.vuln.advisory.OsvReader;
import io.eventsec.core.vuln.advisory.UnreadableAdvisoryException;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryIndexTest {
  private static final String NODE_18 =
      """
      {"id": "ALSA-2023:1", "summary": "Important: nodejs:18 security update", "related": ["CVE-2023-1"],
       "affected": [{"package": {"ecosystem": "AlmaLinux:8", "name": "nodejs"}, "ranges": [{"type": "ECOSYSTEM",
         "events": [{"introduced": "0"}, {"fixed": "1:18.14.2-2.module_el8.7.0+1"}]}]},
        {"package": {"ecosystem": "AlmaLinux:8", "name": "nodejs-nodemon"}, "ranges": [{"type": "ECOSYSTEM",
         "events": [{"introduced": "0"}, {"fixed": "2.0.20-2.module_el8.7.0+1"}]}]}]}
      """;

  @ParameterizedTest
  @CsvSource({
    // The source package counts, and its version.
    "pkg:deb/debian/libssl1.1@1.1.1n-0?distro=debian-11, openssl, true",
    "pkg:deb/debian/libssl1.1@1.1.1n-0?distro=debian-11, '', false",
    "pkg:deb/debian/libssl1.1@1.1.1n-0?distro=bullseye&upstream=openssl, '', true",
    "pkg:deb/debian/libssl1.1@1.1.1n-0?distro=debian-11&upstream=openssl%401.1.1n-0, '', true",
    // Another release, another distribution.
    "pkg:deb/debian/openssl@1.1.1n-0?distro=debian-12, '', false",
    "pkg:deb/ubuntu/openssl@1.1.1n-0?distro=ubuntu-22.04, '', false",
    "pkg:deb/debian/openssl@1.1.1n-0, '', false",
    // Mended.
    "pkg:deb/debian/openssl@1.1.1n-0%2Bdeb11u4?distro=debian-11, '', false",
    "pkg:deb/debian/openssl@1:1.0?distro=debian-11, '', false",
  })
  void distribution_isAskedByReleaseAndSource(String purl, String source, boolean affected)
      throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "DSA-1", "affected": [{"package": {"ecosystem": "Debian:11", "name": "openssl"},
              "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.1.1n-0+deb11u4"}]}]}]}
            """);
    SoftwareComponent component = component(purl);
    if (!source.isEmpty()) {
      component = component.from(new SourcePackage(source, ""));
    }
    assertThat(index.match(List.of(component))).hasSize(affected ? 1 : 0);
  }

  @Test
  void sourceNames_helpInventoriesThatDoNotSay() throws UnreadableAdvisoryException {
    List<Advisory> advisories =
        List.of(
            osv(
                """
                {"id": "DSA-1", "affected": [{"package": {"ecosystem": "Debian:11", "name": "openssl"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
                """));
    SourceNames names =
        binary -> binary.name().equals("libssl1.1") ? Optional.of("openssl") : Optional.empty();
    SoftwareComponent component = component("pkg:deb/debian/libssl1.1@1?distro=debian-11");
    assertThat(AdvisoryIndex.of(advisories).match(List.of(component))).isEmpty();
    assertThat(AdvisoryIndex.of(advisories, names).match(List.of(component))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "nodejs@16.19.1-1.module_el8.7.0%2B9?epoch=1, nodejs:16, false",
    "nodejs@18.9.1-1.module_el8.7.0%2B9?epoch=1, nodejs:18, true",
    // Nobody says the stream; the version does.
    "nodejs@16.19.1-1.module_el8.7.0%2B9?epoch=1, '', false",
    "nodejs@18.9.1-1.module_el8.7.0%2B9?epoch=1, '', true",
    "nodejs@18.14.2-2.module_el8.7.0%2B1?epoch=1, '', false",
    // Not from a module at all.
    "nodejs@10.1.0-1.el8?epoch=1, '', false",
    "nodejs-nodemon@2.0.3-1.module_el8.7.0%2B9, nodejs:16, false",
    "nodejs-nodemon@2.0.3-1.module_el8.7.0%2B9, nodejs:18, true",
  })
  void modules_countForTheirStreamOnly(String package_, String module, boolean affected)
      throws UnreadableAdvisoryException {
    SoftwareComponent plain = component("pkg:rpm/almalinux/" + package_);
    SoftwareComponent component =
        new SoftwareComponent(
            plain.name(),
            plain.version(),
            plain.purl(),
            List.of(),
            "",
            Optional.empty(),
            module,
            "");
    assertThat(index(NODE_18).match(List.of(component))).hasSize(affected ? 1 : 0);
  }

  @Test
  void severalBuildsThatMend_eachMends() throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "ALSA-1", "affected": [
              {"package": {"ecosystem": "AlmaLinux:9", "name": "krb5"}, "ranges": [{"type": "ECOSYSTEM",
                "events": [{"introduced": "0"}, {"fixed": "1.20-8.el9"}]}]},
              {"package": {"ecosystem": "AlmaLinux:9", "name": "krb5"}, "ranges": [{"type": "ECOSYSTEM",
                "events": [{"introduced": "0"}, {"fixed": "1.20-9.el9_1"}]}]}]}
            """);
    assertThat(index.match(List.of(component("pkg:rpm/almalinux/krb5@1.20-8.el9")))).isEmpty();
    assertThat(index.match(List.of(component("pkg:rpm/almalinux/krb5@1.20-7.el9")))).hasSize(1);
  }

  @Test
  void cpeNames_giveWayToEcosystemsThatAreKnown() throws UnreadableAdvisoryException {
    List<Advisory> advisories =
        List.of(
            nvd(
                """
                {"id": "CVE-2022-1", "configurations": [{"nodes": [{"operator": "OR", "cpeMatch": [{"vulnerable": true,
                  "criteria": "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*", "versionEndExcluding": "1.1.1o"}]}]}]}
                """),
            osv(
                """
                {"id": "DSA-9", "affected": [{"package": {"ecosystem": "Debian:11", "name": "zlib"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1"}]}]}]}
                """));
    CpeName cpe = CpeName.parse("cpe:2.3:a:openssl:openssl:1.1.1n:*:*:*:*:*:*:*");
    PackageUrl debian = PackageUrl.parse("pkg:deb/debian/openssl@1.1.1n-0?distro=debian-11");
    PackageUrl other = PackageUrl.parse("pkg:generic/openssl@1.1.1n");
    AdvisoryIndex index = AdvisoryIndex.of(advisories);
    assertThat(index.match(List.of(named(debian, cpe)))).isEmpty();
    assertThat(index.match(List.of(named(other, cpe)))).hasSize(1);
    assertThat(index.match(List.of(SoftwareComponent.of(cpe)))).hasSize(1);
  }

  private static SoftwareComponent named(PackageUrl purl, CpeName cpe) {
    return new SoftwareComponent(
        "openssl", purl.version(), Optional.of(purl), List.of(cpe), "", Optional.empty(), "", "");
  }

  @Test
  void configurations_lookAtWhatRunsOnWhat() throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        AdvisoryIndex.of(
            List.of(
                nvd(
                    """
                    {"id": "CVE-2010-1", "configurations": [{"operator": "AND", "nodes": [
                      {"operator": "OR", "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:google:chrome:*:*:*:*:*:*:*:*", "versionEndExcluding": "4.0.249.78"}]},
                      {"operator": "OR", "cpeMatch": [{"vulnerable": false, "criteria": "cpe:2.3:o:microsoft:windows:-:*:*:*:*:*:*:*"}]}]}]}
                    """)));
    SoftwareComponent chrome = cpe("cpe:2.3:a:google:chrome:4.0.200:*:*:*:*:*:*:*");
    SoftwareComponent windows = cpe("cpe:2.3:o:microsoft:windows:-:*:*:*:*:*:*:*");
    SoftwareComponent linux = cpe("cpe:2.3:o:linux:linux_kernel:5.10:*:*:*:*:*:*:*");
    assertThat(index.match(List.of(chrome, windows)))
        .singleElement()
        .satisfies(match -> assertThat(match.component()).isEqualTo(chrome))
        .satisfies(match -> assertThat(match.reason().fixedIn()).contains("4.0.249.78"));
    assertThat(index.match(List.of(chrome, linux))).isEmpty();
    assertThat(index.match(List.of(chrome))).isEmpty();
  }

  @Test
  void whatNobodyCanRead_isSaid() throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "GO-1", "affected": [{"package": {"ecosystem": "Go", "name": "Example.org/Mod"},
              "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.2.0"}]}]}]}
            """);
    assertThat(index.match(List.of(component("pkg:golang/example.org/mod@latest"))))
        .singleElement()
        .satisfies(match -> assertThat(match.isAffected()).isFalse())
        .satisfies(match -> assertThat(match.reason().toString()).contains("'latest'"));
    assertThat(index.match(List.of(component("pkg:golang/example.org/mod@v1.1.0"))))
        .singleElement()
        .satisfies(match -> assertThat(match.isAffected()).isTrue());
  }

  @Test
  void withdrawn_countsForNothing() throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "GHSA-1", "withdrawn": "2026-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "npm", "name": "x"},
              "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}
            """);
    assertThat(index.match(List.of(component("pkg:npm/x@1.0.0")))).isEmpty();
    assertThat(index.packages()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ALBA-2020:5097, '', false",
    "ALBA-2020:5097, CVE-2020-1, true",
    "ALSA-2020:5097, '', true",
    "RHEA-2020:1, '', false",
    "SUSE-RU-2020:1-1, '', false",
    "SUSE-SU-2020:1-1, '', true",
  })
  void updatesThatMendNoVulnerability_areNone(String id, String related, boolean affected)
      throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "%s", "related": ["%s"], "affected": [{"package": {"ecosystem": "AlmaLinux:8", "name": "x"},
              "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2-1.el8"}]}]}]}
            """
                .formatted(id, related));
    assertThat(index.match(List.of(component("pkg:rpm/almalinux/x@1-1.el8"))))
        .hasSize(affected ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:pypi/My_Package@1.0, PyPI, my.package",
    "pkg:nuget/Newtonsoft.Json@1.0.1, NuGet, newtonsoft.json",
    "pkg:composer/Symfony/Http-Kernel@1.0, Packagist, symfony/http-kernel",
    "pkg:npm/%40Angular/core@1.0.0, npm, @angular/core",
    "pkg:maven/g/a@1.0, Maven, g:a",
    "pkg:cargo/openssl@1.0.0, crates.io, openssl",
    "pkg:golang/stdlib@go1.0.3, Go, stdlib",
    "pkg:apk/alpine/busybox@1.0-r0?distro=alpine-3.18.4, Alpine:v3.18, busybox",
    "pkg:deb/ubuntu/curl@1.0?distro=jammy, Ubuntu:22.04:LTS, curl",
    "pkg:deb/ubuntu/curl@1.0?distro=ubuntu-22.04, Ubuntu:Pro:22.04:LTS, curl",
    "pkg:rpm/rocky/curl@1.0-1.el9?distro=rocky-9.3, Rocky Linux:9, curl",
    "pkg:rpm/redhat/curl@1.0-1.el9, Red Hat:enterprise_linux:9::baseos, curl",
    "pkg:rpm/suse/curl@1.0-1?distro=sles-15.4, SUSE:Linux Enterprise Server 15 SP4, curl",
    "pkg:rpm/opensuse/curl@1.0-1?distro=opensuse-leap-15.4, openSUSE:Leap 15.4, curl",
  })
  void names_meetAsEcosystemsCompareThem(String purl, String ecosystem, String name)
      throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "X-1", "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
              "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}]}
            """
                .formatted(ecosystem, name));
    assertThat(index.match(List.of(component(purl)))).hasSize(1);
  }

  @Test
  void versionsThatAreListed_countHoweverTheyAreWritten() throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "PYSEC-1", "affected": [{"package": {"ecosystem": "PyPI", "name": "x"}, "versions": ["1.0", "broken version"]}]}
            """);
    assertThat(index.match(List.of(component("pkg:pypi/x@1.0.0")))).hasSize(1);
    assertThat(index.match(List.of(component("pkg:pypi/x@1.0.1")))).isEmpty();
  }

  @Test
  void githubsLastKnownVersion_endsARange() throws UnreadableAdvisoryException {
    AdvisoryIndex index =
        index(
            """
            {"id": "GHSA-1", "affected": [{"package": {"ecosystem": "npm", "name": "x"},
              "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}],
              "database_specific": {"last_known_affected_version_range": "<= 1.2.3"}}]}
            """);
    assertThat(index.match(List.of(component("pkg:npm/x@1.2.3")))).hasSize(1);
    assertThat(index.match(List.of(component("pkg:npm/x@1.2.4")))).isEmpty();
  }

  private static SoftwareComponent component(String purl) {
    return SoftwareComponent.of(PackageUrl.parse(purl));
  }

  private static SoftwareComponent cpe(String name) {
    return SoftwareComponent.of(CpeName.parse(name));
  }

  private static AdvisoryIndex index(String... records) throws UnreadableAdvisoryException {
    List<Advisory> advisories = new ArrayList<>();
    for (String record : records) {
      advisories.add(osv(record));
    }
    return AdvisoryIndex.of(advisories);
  }

  private static Advisory osv(String record) throws UnreadableAdvisoryException {
    return new OsvReader("test").read(record.getBytes(StandardCharsets.UTF_8));
  }

  private static Advisory nvd(String record) throws UnreadableAdvisoryException {
    return new NvdReader().read(record.getBytes(StandardCharsets.UTF_8));
  }
}
