package io.eventsec.core.vuln.cpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpeNameTest {

  /** Each line has a letter for disjoint, equal, subset and superset, a capital if it is so. */
  @Test
  void relations_areThoseOfTheReferenceMatcher() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String line : Corpus.lines(Corpus.file("vulns/cpe/nist-name-matching-oracle.tsv.gz"))) {
      String[] columns = line.split("\t", -1);
      CpeRelation relation = CpeName.parse(columns[0]).relationTo(CpeName.parse(columns[1]));
      String letters =
          letter('d', relation == CpeRelation.DISJOINT)
              + letter('e', relation == CpeRelation.EQUAL)
              + letter('s', relation == CpeRelation.SUBSET || relation == CpeRelation.EQUAL)
              + letter('p', relation == CpeRelation.SUPERSET || relation == CpeRelation.EQUAL);
      count++;
      if (!letters.equals(columns[2])) {
        wrong.add(line + " is " + letters);
      }
    }
    Corpus.report("CPE name matching", count - wrong.size() + " of " + count);
    assertThat(wrong).isEmpty();
  }

  private static String letter(char letter, boolean holds) {
    return String.valueOf(holds ? Character.toUpperCase(letter) : letter);
  }

  /** The cases of table 6-2 of NISTIR 7696, each for a source and a target. */
  @ParameterizedTest
  @CsvSource({
    "*, *, EQUAL",
    "*, -, SUPERSET",
    "*, ab, SUPERSET",
    "*, a*, UNDEFINED",
    "-, *, SUBSET",
    "-, -, EQUAL",
    "-, ab, DISJOINT",
    "-, a*, UNDEFINED",
    "ab, ab, EQUAL",
    "ab, ac, DISJOINT",
    "ab, a*, UNDEFINED",
    "ab, -, DISJOINT",
    "ab, *, SUBSET",
    "a*, ab, SUPERSET",
    "a*, ba, DISJOINT",
    "a?, ab, SUPERSET",
    "a?, abb, DISJOINT",
    "*b, ab, SUPERSET",
    "a*, *, SUBSET",
    "a*, -, DISJOINT",
    "a*, a?, UNDEFINED",
  })
  void attributes_relateAsTheTableSays(String source, String target, CpeRelation relation) {
    assertThat(version(source).relationTo(version(target))).isEqualTo(relation);
  }

  private static CpeValue version(String version) {
    return CpeName.parse("cpe:2.3:a:vendor:product:" + version + ":*:*:*:*:*:*:*")
        .value(CpeAttribute.VERSION);
  }

  @ParameterizedTest
  @CsvSource({
    "cpe:/a:microsoft:internet_explorer:8.0.6001:beta,"
        + " cpe:2.3:a:microsoft:internet_explorer:8.0.6001:beta:*:*:*:*:*:*",
    "cpe:/a:microsoft:internet_explorer:8.%02:sp%01,"
        + " cpe:2.3:a:microsoft:internet_explorer:8.*:sp?:*:*:*:*:*:*",
    "cpe:/a:hp:insight_diagnostics:7.4.0.1570::~~online~win2003~x64~,"
        + " cpe:2.3:a:hp:insight_diagnostics:7.4.0.1570:*:*:*:online:win2003:x64:*",
    "cpe:/a:foo%5cbar:big%24money_2010%07, cpe:2.3:a:foo\\\\bar:big\\$money_2010\\\u0007:*:*:*:*:*:*:*:*",
    "cpe:2.3:A:Open\\-Xchange:x:-:*:*:*:*:*:*:*, cpe:2.3:a:open\\-xchange:x:-:*:*:*:*:*:*:*",
  })
  void parse_bothForms_giveTheFormattedString(String text, String formatted) {
    assertThat(CpeName.parse(text)).hasToString(formatted);
    assertThat(CpeName.parse(formatted)).isEqualTo(CpeName.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cpe:2.3:a:b",
        "cpe:2.3:a:b:c::*:*:*:*:*:*:*",
        "cpe:/a:b%2",
        "cpe:/a:b:c:d:e:f:g:h"
      })
  void parse_whatIsNoName_isRefused(String text) {
    assertThatThrownBy(() -> CpeName.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no CPE name");
  }
}
