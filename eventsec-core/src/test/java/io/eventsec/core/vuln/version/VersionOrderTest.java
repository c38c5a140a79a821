package io.eventsec.core.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Versions in their order, where ecosystems differ from each other and from what one would expect.
 * Each chain is compared pair by pair, in both directions; what is one version has {@code =}
 * between.
 */
class VersionOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Tilde before the end, letters before other characters, digits as numbers.
        "DEB; 0~~ < 0~~a < 0~ < 0 < 0a < 0+ < 1 = 01 = 1-0 = 0:1 < 1-0.1 < 1-1~bpo < 1-1 < 1-1+b1 < 1-1.1 < 1-10 < 1+dfsg < 1.0~rc1 < 1.0 < 1.0a < 1.0+x < 1:0",
        "DEB; 2.34-0ubuntu3 < 2.34-0ubuntu3.2~esm1 < 2.34-0ubuntu3.2 < 2.34-0ubuntu3.2+esm1 < 2.34-0ubuntu3.10 < 2.34-1",
        "DEB; 1.2.3-4+deb12u1~bpo11+1 < 1.2.3-4+deb12u1 < 1.2.3-4+deb12u2 < 1.2.3-4+deb12u10",
        "DEB; 9999999999999999999 < 10000000000000000000 < 1:1-0",
        // Tilde before the end, caret behind it and before anything else, digits behind letters.
        "RPM; 1.0~rc1 < 1.0~rc1^git1 < 1.0~rc2 < 1.0 < 1.0^ < 1.0^git1~pre < 1.0^git1 < 1.0^git2 < 1.0a < 1.0.1 < 1.1 < 1.01.0",
        "RPM; 1-1 = 0:1-1 = 1--1 < 1-1.el8 < 1-1.el8_4 < 1-1.el8_4.2 < 1-1.el8_10 < 1-2.el8 < 2-1 < 1:0-1",
        "RPM; a = a. = .a < b < 1 = 1. = 1.. = _1 = 001 < 1a = 1.a < 10",
        "RPM; 18.12.1-2.module_el8.7.0+100+aa = 18.12.1-2.module+el8.7.0+100+aa < 18.12.1-2.module+el8.7.0+101+aa < 18.12.1-3.module_el8.6.0+1+bb",
        // Suffixes of unfinished releases before the end, others behind it; revisions last.
        "APK; 1.0_alpha < 1.0_alpha-r0 < 1.0_alpha1 < 1.0_alpha2 < 1.0_beta < 1.0_pre < 1.0_rc1 < 1.0 < 1.0-r0 < 1.0-r1 < 1.0-r10 < 1.0_git20230101 < 1.0_p1 < 1.0_p2 < 1.0a < 1.0b < 1.0.1 < 1.1 < 1.10",
        // Words of unfinished releases before the release, unknown ones behind it, numbers last.
        "MAVEN; 1-alpha < 1-alpha-1 = 1-a1 < 1-beta-1 = 1-b1 < 1-milestone = 1-MILESTONE < 1-m1 < 1-rc = 1-cr < 1-rc-1 < 1-snapshot < 1 = 1.0 = 1.0.0 = 1-ga = 1.final = 1-release < 1-sp < 1-abc < 1-jre8 < 1-xyz < 1-1 < 1.1",
        "MAVEN; 2.14.1 < 2.14.1.redhat-00001 < 2.14.1.redhat-00002 < 2.14.2-SNAPSHOT < 2.14.2 = 2.14.2.Final < 2.14.2-android < 2.14.2-jre < 2.14.10",
        "MAVEN; 1.2-20230101.000000-1 < 1.2.1 < 1.10 < 1.10.1",
        "NPM; 1.0.0-0 < 1.0.0-1 < 1.0.0-10 < 1.0.0-A < 1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-alpha.beta < 1.0.0-beta.2 < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0 = v1.0.0 = 1.0.0+build = 1.0.0+other < 1.0.1 < 1.10.0",
        "CARGO; 0.1.0-alpha.1 < 0.1.0-alpha.2 < 0.1.0-alpha.10 < 0.1.0 = 0.1.0+1 < 0.10.0",
        "HEX; 1.0.0-dev < 1.0.0-rc.0 < 1.0.0-rc.1 < 1.0.0 = 1.0.0+a < 1.0.1-dev",
        "PUB; 1.0.0-dev.1 < 1.0.0-dev.10 < 1.0.0 < 1.0.0+1 < 1.0.0+1.a < 1.0.0+2 < 1.0.0+a < 1.0.1",
        "GOLANG; v0.0.0-20200101000000-abcdefabcdef < v0.0.0-20210101000000-aaaaaaaaaaaa < v0.1.0-rc.1 < v0.1.0 = v0.1.0+incompatible < v0.1.1-0.20210101000000-abcdefabcdef < v0.1.1 < v1.0.0 < v2.0.0+incompatible",
        // The number of the packaging is none of the version.
        "BITNAMI; 2.3.0-9 = 2.3.0 < 2.3.1-0 < 2.3.1-rc.1 < 2.3.1-1 = 2.3.1-10 = 2.3.1 = v2.3.1 < 2.3.2-1 < 2.10.0",
        "NUGET; 1.0.0-alpha < 1.0.0-ALPHA.1 = 1.0.0-alpha.1 < 1.0.0-alpha.2 < 1.0.0-alpha.10 < 1.0.0-beta < 1.0.0 = 1.0 = 1.0.0.0 = 1.0.0+x = 1.00 < 1.0.0.1 < 1.0.1",
        "PYPI; 1.0.dev1 < 1.0a1.dev1 < 1.0a1 = 1.0.alpha-1 < 1.0a1.post1 < 1.0b2 < 1.0c1 = 1.0rc1 = 1.0.pre1 < 1.0 = 1 = v1.0.0 < 1.0+a < 1.0+a.1 < 1.0+1 < 1.0+1.a < 1.0.post0.dev1 < 1.0.post0 = 1.0-0 < 1.0.post1 = 1.0-r1 < 1.0.1.dev0 < 1.1 < 1!0.1",
        "GEM; 1.0.a < 1.0.a.1 < 1.0.a10 < 1.0.b1 < 1.0.pre = 1.0-0 < 1.0.rc1 < 1 = 1.0 = 1.0.0 < 1.0.1.a < 1.0.1 < 1.0.10",
        "COMPOSER; dev-main < 1.0-dev < 1.0-alpha1 = 1.0a1 < 1.0-beta1 = 1.0.0-b1 < 1.0-RC1 < 1.0-RC10 < 1.0 = v1.0.0.0 = 1.0-stable = 1.0.stable2 < 1.0-patch1 = 1.0.0pl1 = 1.0-p1 < 1.0.1 < 1.0.x-dev < 1.1.0 < 1.x-dev < 2.0",
        "CRAN; 0.9 < 1.0 < 1.0.0 < 1.0-1 = 1.0.1 = 1.0.01 < 1.0-10 < 1.9.9000 < 1.10",
        "ALPM; 1.0rc1 < 1.0 = 1.0-1 < 1.0.a < 1.0.1 < 1.1 < 1:0.1",
        "GENERIC; 1.0.2a1 = 1.0.2-alpha1 < 1.0.2-b2 < 1.0.2-rc < 1.0.2 < 1.0.2a < 1.0.2b < 1.0.2k < 1.0.3-beta < 1.0.3 = 1.0.3.0 < 1.0.3.1 < 1.0.10 = v1.0.10",
        "OPENSSL; 0.9.8 < 0.9.8z < 0.9.8za < 0.9.8zh < 1.0.2 < 1.0.2k < 3.0.0-alpha1 < 3.0.0-beta1 < 3.0.0 < 3.0.10",
      })
  void chains_areInOrder(VersionScheme scheme, String chain) throws UnreadableVersionException {
    List<List<Version>> steps = new ArrayList<>();
    for (String step : chain.split(" < ")) {
      List<Version> same = new ArrayList<>();
      for (String version : step.split(" = ")) {
        same.add(scheme.parse(version));
      }
      steps.add(same);
    }
    assertThat(steps).hasSizeGreaterThan(2);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      for (int j = 0; j < steps.size(); j++) {
        for (Version a : steps.get(i)) {
          for (Version b : steps.get(j)) {
            if (Integer.signum(a.compareTo(b)) != Integer.compare(i, j)) {
              wrong.add(a + " and " + b + " compare as " + a.compareTo(b));
            }
          }
        }
      }
    }
    assertThat(wrong).as(scheme.label()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DEB; :1 | 1: | a:1 | 1- | -1 | 1 2 | 1_ä | 1:2:3-€",
        "RPM; 1 2",
        "APK; a | 1.0-x | 1.0_foo | -r1",
        "NPM; x | latest | ^ | v",
        "GEM; a.1 | 1..2 | 1.0+b | 1_0",
        "CRAN; 1.a | 1. | .1 | 1_0",
        "GENERIC; latest | - | unknown",
        "NUGET; latest | 1..2",
        "OPENSSL; latest | 1.0.2K",
      })
  void whatIsNoVersion_isRefusedByName(VersionScheme scheme, String texts) {
    Arrays.stream(texts.split(" \\| "))
        .forEach(
            text ->
                assertThatThrownBy(() -> scheme.parse(text))
                    .as(scheme + " " + text)
                    .isInstanceOf(UnreadableVersionException.class)
                    .hasMessageContaining(text.strip()));
  }
}
