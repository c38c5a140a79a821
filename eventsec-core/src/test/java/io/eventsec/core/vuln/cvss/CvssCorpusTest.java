package io.eventsec.core.vuln.cvss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CvssCorpusTest {

  /** Vector, base, temporal and environmental score, empty where nothing is given. */
  @ParameterizedTest
  @ValueSource(strings = {"v2.0.tsv", "v3.0.tsv.gz", "v3.1.tsv.gz"})
  void scores_areThePublishedOnes(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = Corpus.lines(Corpus.file("vulns/cvss/" + file));
    for (String line : lines) {
      String[] columns = line.split("\t");
      String[] expected = columns[1].split(",", -1);
      CvssScores scores = CvssVector.parse(columns[0]).scores();
      boolean right =
          is(expected[0], OptionalDouble.of(scores.base()))
              && (expected.length < 2 || is(expected[1], scores.temporal()))
              && (expected.length < 3 || is(expected[2], scores.environmental()));
      if (!right) {
        wrong.add(line + " is " + scores);
      }
    }
    Corpus.report("CVSS " + file, lines.size() - wrong.size() + " of " + lines.size());
    assertThat(wrong).isEmpty();
  }

  private static boolean is(String expected, OptionalDouble score) {
    return expected.isEmpty()
        ? score.isEmpty()
        : score.isPresent() && Double.parseDouble(expected) == score.getAsDouble() + 0.0;
  }

  /** The last column that is a number counts: where roundings are disputed, with an epsilon. */
  @ParameterizedTest
  @ValueSource(
      strings = {"v4.0.tsv.gz", "v4.0-env-first-reference.tsv.gz", "v4.0-rounding-disputed.tsv"})
  void scores_ofVersion4_areThePublishedOnes(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = Corpus.lines(Corpus.file("vulns/cvss/" + file));
    for (String line : lines) {
      String[] columns = line.split("\t");
      String expected = file.contains("disputed") ? columns[2] : columns[1];
      double score = CvssVector.parse(columns[0]).scores().overall();
      if (Double.parseDouble(expected) != score) {
        wrong.add(line + " is " + score);
      }
    }
    Corpus.report("CVSS " + file, lines.size() - wrong.size() + " of " + lines.size());
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HIGH",
        "CVSS:3.1/AV:N",
        "CVSS:5.0/AV:N/AC:L",
        "CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:Z/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "AV:N/AC:L/Au:N/C:P/I:P",
        "AV:N/AC:L/Au:N/C:P/I:P/A:P/",
        "AV:N/AC:L/Au:N/C:H/I:P/A:P",
        "cvss:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/av:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/",
        "CVSS:3.1//AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:N/AC:L/Au:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "(CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H)",
        "CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:4.0/AV:N/AC:L/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:R/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:S/SI:H/SA:H",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/U:amber",
        "9.8"
      })
  void parse_whatIsNoVector_isRefused(String text) {
    assertThatThrownBy(() -> CvssVector.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no vector of CVSS");
  }

  @Test
  void toString_givesTheVectorAgain() {
    for (String text :
        List.of(
            "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/U:Amber",
            "AV:N/AC:L/Au:N/C:P/I:P/A:P")) {
      assertThat(CvssVector.parse(text)).hasToString(text);
    }
    assertThat(CvssVector.parse("(AV:N/AC:L/Au:N/C:P/I:P/A:P)").version())
        .isEqualTo(CvssVersion.V2);
  }
}
