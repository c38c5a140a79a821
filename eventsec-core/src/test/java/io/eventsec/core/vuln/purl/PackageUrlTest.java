package io.eventsec.core.vuln.purl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of package URLs by the rules of their types, and which are refused. */
class PackageUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "pkg:PyPI/My_Package@1.0 pkg:pypi/my-package@1.0",
        "pkg:npm/@Scope/Name@1.0.0 pkg:npm/%40Scope/name@1.0.0",
        "pkg:npm/%40scope/name@1.0.0 pkg:npm/%40scope/name@1.0.0",
        "pkg:golang/GitHub.com/Acme/Lib@v1.0.0 pkg:golang/github.com/acme/lib@v1.0.0",
        "pkg:golang/example.org/lib@v2.0.0#/v2/./sub/../x/ pkg:golang/example.org/lib@v2.0.0#v2/sub/x",
        "pkg:maven/Org.Example/Lib@1.0?type=jar&classifier=sources pkg:maven/Org.Example/Lib@1.0?classifier=sources&type=jar",
        "pkg:deb/Debian/LibX@1:2.0-1?distro=debian-12&arch=amd64 pkg:deb/debian/libx@1:2.0-1?arch=amd64&distro=debian-12",
        "pkg:rpm/Fedora/LibX@1.0-1.fc40?epoch=1 pkg:rpm/fedora/LibX@1.0-1.fc40?epoch=1",
        "pkg:apk/Alpine/Busybox@1.36.1-r5 pkg:apk/alpine/busybox@1.36.1-r5",
        "pkg:github/Acme/Tool@1.0 pkg:github/acme/tool@1.0",
        "pkg:composer/Acme/Lib@1.0 pkg:composer/acme/lib@1.0",
        "pkg:nuget/Acme.Lib@1.0 pkg:nuget/Acme.Lib@1.0",
        "pkg:cargo/Serde_Json@1.0 pkg:cargo/Serde_Json@1.0",
        "pkg:gem/Rails@7.0 pkg:gem/Rails@7.0",
        "pkg:pub/My-Lib@1.0 pkg:pub/my_lib@1.0",
        "pkg:hex/Acme/Lib@1.0 pkg:hex/acme/lib@1.0",
        "pkg:cran/Rcpp@1.0-1 pkg:cran/Rcpp@1.0-1",
        "pkg:generic/a%20b@1+2 pkg:generic/a%20b@1%2B2",
        "pkg://npm/lib@1.0.0 pkg:npm/lib@1.0.0",
        "PKG:npm/lib@1.0.0 pkg:npm/lib@1.0.0",
        "pkg:npm/lib@1.0.0?empty=&b=2&A=1 pkg:npm/lib@1.0.0?a=1&b=2",
        "pkg:generic/lib@a%2Fb?download_url=https://example.org/x pkg:generic/lib@a%2Fb?download_url=https:%2F%2Fexample.org%2Fx",
      })
  void parse_givesTheCanonicalForm(String text, String canonical) {
    assertThat(PackageUrl.parse(text)).hasToString(canonical);
    assertThat(PackageUrl.parse(canonical)).isEqualTo(PackageUrl.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "npm/lib@1.0",
        "pkg:npm",
        "pkg:npm/",
        "pkg:/lib@1.0",
        "pkg:1npm/lib",
        "pkg:n&m/lib",
        "pkg:maven/lib@1.0",
        "pkg:pypi/group/lib@1.0",
        "pkg:cargo/group/lib@1.0",
        "pkg:github/tool@1.0",
        "pkg:npm/lib@1%2",
        "pkg:npm/lib@1?key",
        "pkg:npm/lib@1?a=1&a=2",
        "pkg:npm/lib@1?1a=2",
        "pkg:swid/acme/lib@1.0",
        "pkg:npm/@1.0",
      })
  void parse_whatIsNone_isRefusedByName(String text) {
    assertThatThrownBy(() -> PackageUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("package URL")
        .hasMessageContaining("the rule is");
  }
}
