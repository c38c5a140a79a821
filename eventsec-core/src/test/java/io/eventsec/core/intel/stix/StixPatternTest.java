package io.eventsec.core.intel.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.Corpus;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixPatternTest {
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String SHA256 = "0".repeat(64);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "[ipv4-addr:value = '198.51.100.1']~ADDRESS 198.51.100.1",
        "[ ipv4-addr:value == '198.51.100.1/32' ]~ADDRESS 198.51.100.1",
        "[ipv6-addr:value='2001:0DB8::1']~ADDRESS 2001:db8::1",
        "[ipv4-addr:value ISSUBSET '198.51.100.0/24']~NETWORK 198.51.100.0/24",
        "[ipv4-addr:value ISSUBSET '198.51.100.1']~ADDRESS 198.51.100.1",
        "[domain-name:value = 'Bad.Example']~DOMAIN bad.example",
        "[url:value = 'http://bad.example/a?b=\\\\']~",
        "[url:value = 'http://bad.example/a']~URL http://bad.example/a",
        "[email-addr:value = 'M@bad.example']~EMAIL m@bad.example",
        "[file:name = 'it\\'s.exe']~FILE_NAME it's.exe",
        "[file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']~MD5 d41d8cd98f00b204e9800998ecf8427e",
        "[file:hashes.'MD5' IN ('d41d8cd98f00b204e9800998ecf8427e')]~MD5"
            + " d41d8cd98f00b204e9800998ecf8427e",
        "[ipv4-addr:value = '192.0.2.1' OR domain-name:value IN ('a.example', 'b.example')]~ADDRESS"
            + " 192.0.2.1, DOMAIN a.example, DOMAIN b.example",
        "([ipv4-addr:value = '192.0.2.1']) OR ([(ipv4-addr:value = '192.0.2.2')])~ADDRESS 192.0.2.1,"
            + " ADDRESS 192.0.2.2",
        "[/* one */ url:value = 'http://a.example/' // two]~"
      })
  void equations_joinedByOr_areIndicators(String pattern, String expected) throws Exception {
    if (expected == null) {
      return;
    }
    StixPattern read = StixPattern.read(pattern);

    assertThat(read.leftOut()).isEmpty();
    assertThat(read.indicators())
        .extracting(one -> one.kind() + " " + one.value())
        .containsExactly(expected.split(", "));
  }

  @Test
  void remarks_areNothing() throws Exception {
    assertThat(
            StixPattern.read("[/* a [ */ url:value = // ' b\n 'http://a.example/']").indicators())
        .containsExactly(new Indicator(IndicatorKind.URL, "http://a.example/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ipv4-addr:value = '192.0.2.1' AND domain-name:value = 'a.example']",
        "[(ipv4-addr:value = '192.0.2.1' OR url:value = 'http://a.example/') AND file:size = 3]",
        "[ipv4-addr:value = '192.0.2.1'] AND [domain-name:value = 'a.example']",
        "[ipv4-addr:value = '192.0.2.1'] FOLLOWEDBY [domain-name:value = 'a.example']",
        "[ipv4-addr:value = '192.0.2.1'] REPEATS 5 TIMES",
        "[ipv4-addr:value = '192.0.2.1'] WITHIN 300 SECONDS",
        "[ipv4-addr:value = '192.0.2.1'] REPEATS 5 TIMES WITHIN 1.5 SECONDS",
        "[ipv4-addr:value = '192.0.2.1'] START t'2026-01-01T00:00:00Z' STOP t'2026-02-01T00:00:00Z'",
        "([ipv4-addr:value = '192.0.2.1'] OR [ipv4-addr:value = '192.0.2.2']) WITHIN 5 SECONDS",
        "[ipv4-addr:value NOT = '192.0.2.1']",
        "[ipv4-addr:value NOT IN ('192.0.2.1', '192.0.2.2')]",
        "[ipv4-addr:value != '192.0.2.1']",
        "[ipv4-addr:value <> '192.0.2.1']",
        "[ipv4-addr:value ISSUPERSET '192.0.2.1/32']",
        "[ipv4-addr:value = '192.0.2.0/24']",
        "[ipv4-addr:value ISSUBSET '192.0.2.1/24']",
        "[ipv4-addr:value = '2001:db8::1']",
        "[ipv4-addr:value = 3]",
        "[ipv4-addr:value = '999.0.2.1']",
        "[domain-name:value LIKE '%.example']",
        "[domain-name:value MATCHES '.*']",
        "[domain-name:value > 'a']",
        "[domain-name:value ISSUBSET '192.0.2.0/24']",
        "[EXISTS domain-name:value]",
        "[domain-name:resolves_to_refs[*].value = '192.0.2.1']",
        "[network-traffic:dst_ref.value = '192.0.2.1']",
        "[file:hashes.'SHA-512' = 'x']",
        "[x509-certificate:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']",
        "[process:pid = 3]",
        "[file:size = 3 AND file:name = true]",
        "[file:created = t'2026-01-01T00:00:00Z' OR file:x = h'ff' OR file:y = b'AA==']"
      })
  void whatSingleIndicatorsCannotSay_isLeftOutWithAReason(String pattern) throws Exception {
    StixPattern read = StixPattern.read(pattern);

    assertThat(read.indicators()).isEmpty();
    assertThat(read.leftOut()).isNotEmpty().allMatch(reason -> reason.length() > 20);
  }

  @Test
  void alternatives_standEachForItself() throws Exception {
    StixPattern read =
        StixPattern.read(
            "[file:hashes.MD5 = '"
                + MD5
                + "' OR file:hashes.'SHA-512' = 'x' OR file:name = 'a' AND file:size = 3]"
                + " OR [file:hashes.'SHA-256' = '"
                + SHA256
                + "'] OR [ipv4-addr:value = '192.0.2.1'] AND [ipv4-addr:value = '192.0.2.2']");

    assertThat(read.indicators())
        .containsExactly(
            new Indicator(IndicatorKind.MD5, MD5), new Indicator(IndicatorKind.SHA256, SHA256));
    assertThat(read.leftOut())
        .hasSize(3)
        .anyMatch(reason -> reason.startsWith("file:hashes.SHA-512 is nothing"))
        .anyMatch(reason -> reason.startsWith("AND asks for several properties"))
        .anyMatch(reason -> reason.startsWith("AND asks for several observations"));
  }

  @Test
  void followedBy_bindsLoosest() throws Exception {
    String one = "[ipv4-addr:value = '192.0.2.1']";

    assertThat(StixPattern.read(one + " OR " + one + " FOLLOWEDBY " + one).indicators()).isEmpty();
    assertThat(StixPattern.read(one + " OR (" + one + " FOLLOWEDBY " + one + ")").indicators())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "''~0",
        "ipv4-addr:value = '192.0.2.1'~0",
        "[ipv4-addr:value = '192.0.2.1'~30",
        "[ipv4-addr:value = '192.0.2.1~19",
        "[ipv4-addr:value '192.0.2.1']~17",
        "[ipv4-addr:value = 192.0.2.1]~24",
        "[ipv4-addr = '192.0.2.1']~11",
        "[ipv4-addr:value = '192.0.2.1'] [a:b = 1]~32",
        "[a:b = 1] OR~12",
        "[a:b = 1 or a:b = 2]~9",
        "[a:b IN ('x' 'y')]~13",
        "[a:b = 'c\\d']~10",
        "[a:b = 1] WITHIN x SECONDS~17",
        "[a:b = 1] $~10",
        "[a:b = 1 /* ]~9",
        "[]~1"
      })
  void whatIsNoPattern_isRefusedWithItsPlace(String pattern, int position) {
    assertThatThrownBy(() -> StixPattern.read(pattern))
        .isInstanceOfSatisfying(
            StixPatternException.class,
            e -> assertThat(e.position()).as(e.getMessage()).isEqualTo(position));
  }

  @Test
  void depthAndLength_areBounded() {
    assertThatThrownBy(
            () -> StixPattern.read("(".repeat(10_000) + "[a:b = 1]" + ")".repeat(10_000)))
        .isInstanceOf(StixPatternException.class)
        .hasMessageContaining("More than 64 brackets");
    assertThatThrownBy(() -> StixPattern.read("[".repeat(70_000)))
        .isInstanceOf(StixPatternException.class)
        .hasMessage("The pattern has 70000 characters; use at most 65536");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spec-section-9-8-level1.txt", "spec-section-9-8-level23.txt"})
  void examplesOfTheSpecification_areRead(String name) throws IOException, StixPatternException {
    int patterns = 0;
    int indicators = 0;
    for (String line : Corpus.lines(Corpus.file("intel/stix/rstix_fixtures/pattern/" + name))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        StixPattern read = StixPattern.read(line);
        assertThat(read.indicators().size() + read.leftOut().size()).as(line).isPositive();
        patterns++;
        indicators += read.indicators().size();
      }
    }
    Corpus.report("patterns of " + name, patterns + ", giving " + indicators + " indicators");
  }
}
