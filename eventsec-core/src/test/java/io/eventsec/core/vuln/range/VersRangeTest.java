package io.eventsec.core.vuln.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.vuln.version.UnreadableVersionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersRangeTest {

  @ParameterizedTest
  @CsvSource({
    ">=1|<2|>=3|<4, 1 1.9 3 3.5, 0.9 2 2.5 4 9",
    "<1|>=2, 0 0.9 2 9, 1 1.5",
    "<=1|2|>3, 0 1 2 3.1, 1.5 3",
    "!=5, 4 6, 5 5.0",
    ">=1|!=1.5|<2, 1 1.4 1.6, 1.5 2",
    ">=1|>=2|<3|<=4, 1 2 3.5 4, 0.9 4.1",
    "'>1', 1.1 9, 1 0",
    "1|3, 1 3, 2",
  })
  void contains_isTrueWithinOnly(String constraints, String inside, String outside) {
    VersRange range = VersRange.parse("vers:npm/" + constraints);
    assertThat(inside.split(" ")).allMatch(version -> contains(range, version));
    assertThat(outside.split(" ")).noneMatch(version -> contains(range, version));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "vers:pypi/3|1|2, vers:pypi/1|2|3",
        "vers:pypi/<9|>=2|!=5|3, vers:pypi/>=2|3|!=5|<9",
        "VERS:NPM/1.0.0, vers:npm/1.0.0",
        "vers:deb/<1:2.0-1|>=0:1, vers:deb/>=0:1|<1:2.0-1",
        "vers:maven/>=1.0-beta1|<1.0, vers:maven/>=1.0-beta1|<1.0",
        "vers:golang/>=v1.2.0|<v1.10.0, vers:golang/>=v1.2.0|<v1.10.0",
        "vers:npm/*, vers:npm/*",
        "vers:npm/1 | 2, vers:npm/1|2",
      })
  void parse_bringsConstraintsIntoOrder(String text, String ordered) {
    assertThat(VersRange.parse(text)).hasToString(ordered);
    assertThat(VersRange.parse(ordered)).isEqualTo(VersRange.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"npm/1", "vers:npm", "vers:npm/", "vers:nosuch/1", "vers:npm/>=x", "vers:npm/1%"})
  void parse_whatIsNoRange_isRefusedByName(String text) {
    assertThatThrownBy(() -> VersRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean contains(VersRange range, String version) {
    try {
      return range.contains(range.scheme().parse(version));
    } catch (UnreadableVersionException e) {
      throw new AssertionError(e);
    }
  }
}
