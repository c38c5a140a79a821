package io.eventsec.core.sigma.pipeline;

import static io.eventsec.core.detect.Rules.selecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.Scalar;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTransformationTest {

  @Test
  void replaceString_withGroups_putsThemIn() {
    SigmaPipeline pipeline = replacing("(?P<head>a+)(b)", "\\2\\g<head>1$");

    assertThat(Piped.fires(pipeline, selecting("F: xaab"), Map.of("F", "xbaa1$"))).isTrue();
  }

  @Test
  void replaceString_ofBackslashes_seesOneWhereTheRuleDoublesIt() {
    SigmaPipeline pipeline = replacing("\\\\", "/");

    assertThat(Piped.fires(pipeline, selecting("F: 'C:\\\\a\\b'"), Map.of("F", "C:/a/b"))).isTrue();
  }

  @Test
  void replaceString_aroundWildcards_keepsThem() {
    SigmaPipeline pipeline = replacing("^C:", "D:");

    SigmaRule rule = selecting("F: 'C:\\a\\\\*'");
    assertThat(Piped.fires(pipeline, rule, Map.of("F", "D:\\a\\b"))).isTrue();
    assertThat(Piped.fires(pipeline, rule, Map.of("F", "D:\\ab"))).isFalse();
    SigmaRule literal = selecting("F: 'C:\\*'");
    assertThat(Piped.fires(pipeline, literal, Map.of("F", "D:*"))).isTrue();
    assertThat(Piped.fires(pipeline, literal, Map.of("F", "D:x"))).isFalse();
  }

  @Test
  void replaceString_puttingInAWildcard_widens() {
    assertThat(Piped.fires(replacing("^", "*"), selecting("F: b"), Map.of("F", "ab"))).isTrue();
  }

  @Test
  void replaceString_skippingSpecials_worksBetweenWildcardsAndAddsNone() {
    SigmaPipeline pipeline =
        Piped.step("type: replace_string", "regex: '.+'", "replacement: '*'", "skip_special: true");

    assertThat(Piped.fires(pipeline, selecting("F: 'a*b?'"), Map.of("F", "*xx*y"))).isTrue();
    assertThat(Piped.fires(pipeline, selecting("F: 'a*b?'"), Map.of("F", "zxx*y"))).isFalse();
  }

  @Test
  void replaceString_ofRegularExpressionsAndNumbers_leavesThem() {
    SigmaRule rule = selecting("F|re: aab", "G: 1");

    assertThat(Piped.through(replacing("a|1", "x"), rule)).isSameAs(rule);
  }

  @Test
  void replaceString_beforeModifiers_isEncodedAfterwards() {
    assertThat(Piped.fires(replacing("x", "foo"), selecting("F|base64: x"), Map.of("F", "Zm9v")))
        .isTrue();
  }

  @Test
  void replaceString_thatGrowsForever_isBounded() {
    String twice = "  - {type: replace_string, regex: 'x', replacement: 'xx'}\n";

    assertThat(
            Piped.refusal(
                Piped.pipeline("transformations:\n" + twice.repeat(20)), selecting("F: x")))
        .extracting(SigmaProblem::message)
        .singleElement()
        .asString()
        .contains("gets longer than 65536 characters");
  }

  @Test
  void mapString_toOne_replacesTheWholeValueOnly() {
    SigmaPipeline pipeline = Piped.step("type: map_string", "mapping: {a: b}");

    assertThat(Piped.fires(pipeline, selecting("F: [a, ab]"), Map.of("F", "b"))).isTrue();
    assertThat(Piped.fires(pipeline, selecting("F: [a, ab]"), Map.of("F", "ab"))).isTrue();
    assertThat(Piped.fires(pipeline, selecting("F: [a, ab]"), Map.of("F", "a"))).isFalse();
  }

  @Test
  void mapString_toSeveralUnderAll_wantsOneOfThem() {
    SigmaPipeline pipeline = Piped.step("type: map_string", "mapping: {a: [b, c]}");
    SigmaRule rule = selecting("F|contains|all: [a, x]");

    assertThat(Piped.fires(pipeline, rule, Map.of("F", "cx"))).isTrue();
    assertThat(Piped.fires(pipeline, rule, Map.of("F", "bc"))).isFalse();
  }

  @Test
  void setValue_replacesEveryValue() {
    SigmaPipeline number = Piped.step("type: set_value", "value: 7");
    SigmaPipeline nothing = Piped.step("type: set_value", "value: null");

    assertThat(Piped.fires(number, selecting("F: [a, b]"), Map.of("F", 7))).isTrue();
    assertThat(Piped.fires(nothing, selecting("F: a", "G: b"), Map.of("H", "a"))).isTrue();
    assertThat(Piped.fires(nothing, selecting("F: a", "G: b"), Map.of("G", "b"))).isFalse();
  }

  @Test
  void setValue_isTheFieldsWholeValue_howeverTheRuleComparedItsOwn() {
    SigmaPipeline text = Piped.step("type: set_value", "value: x");

    for (String item : new String[] {"F|contains: x", "F|re: x", "F|cidr: 10.0.0.0/8", "F|gt: 1"}) {
      assertThat(Piped.fires(text, selecting(item), Map.of("F", "X"))).as(item).isTrue();
      assertThat(Piped.fires(text, selecting(item), Map.of("F", "xx"))).as(item).isFalse();
    }
    assertThat(Piped.fires(text, selecting("F|neq: y"), Map.of("F", "x"))).isFalse();
    assertThat(Piped.fires(text, selecting("F|cased: y"), Map.of("F", "X"))).isFalse();
  }

  @Test
  void setValue_ofAForcedType_isOfThatType() {
    SigmaPipeline number = Piped.step("type: set_value", "value: '7'", "force_type: num");
    SigmaPipeline text = Piped.step("type: set_value", "value: 7", "force_type: str");

    assertThat(set(number)).isEqualTo(new Scalar(7L));
    assertThat(set(text)).isEqualTo(new Scalar("7"));
    assertThat(
            PipelineReader.read(
                    "p.yml", "transformations: [{type: set_value, value: x, force_type: num}]\n")
                .problems())
        .singleElement()
        .asString()
        .contains("'value' is no number");
  }

  private static Scalar set(SigmaPipeline pipeline) {
    return Piped.through(pipeline, selecting("F: a"))
        .detection()
        .items()
        .findFirst()
        .orElseThrow()
        .values()
        .get(0)
        .alternatives()
        .get(0);
  }

  @Test
  void replaceString_seesThePlaceInTheFieldAsWildcards() {
    SigmaPipeline name = replacing("^\\*\\\\([^\\\\]+)$", "\\1");
    SigmaRule rule = selecting("F|endswith: '\\cmd.exe'");

    assertThat(Piped.fires(name, rule, Map.of("F", "cmd.exe"))).isTrue();
    assertThat(Piped.fires(name, rule, Map.of("F", "C:\\cmd.exe"))).isFalse();
    SigmaRule other = selecting("F|endswith: ['\\a\\cmd.exe', '\\b']");
    assertThat(Piped.fires(name, other, Map.of("F", "C:\\a\\cmd.exe"))).isTrue();
    assertThat(Piped.fires(name, other, Map.of("F", "b"))).isTrue();
    SigmaRule directory = selecting("F|contains: '\\a\\'", "G: x");
    assertThat(Piped.fires(replacing("x", "y"), directory, Map.of("F", "C:\\a\\b", "G", "y")))
        .isTrue();
    assertThat(Piped.fires(replacing("a", "c"), directory, Map.of("F", "d:\\c\\b", "G", "x")))
        .isTrue();
    assertThat(Piped.fires(replacing("a", "c"), directory, Map.of("F", "\\c", "G", "x"))).isFalse();
  }

  @Test
  void replaceString_interpretingSpecials_takesNewWildcardsAsSuch() {
    SigmaPipeline pipeline =
        Piped.step(
            "type: replace_string",
            "regex: 'b+'",
            "replacement: '*'",
            "skip_special: true",
            "interpret_special: true");

    assertThat(Piped.fires(pipeline, selecting("F: 'a?b'"), Map.of("F", "axyz"))).isTrue();
  }

  @Test
  void regex_saysWhetherCaseCounts() {
    SigmaPipeline plain = Piped.step("type: regex", "method: plain");
    SigmaPipeline brackets = Piped.step("type: regex");

    assertThat(Piped.fires(plain, selecting("F|contains: aB"), Map.of("F", "xaB"))).isTrue();
    assertThat(Piped.fires(plain, selecting("F|contains: aB"), Map.of("F", "xab"))).isFalse();
    assertThat(Piped.fires(brackets, selecting("F|cased: aB"), Map.of("F", "AB"))).isTrue();
    SigmaRule rule = selecting("F: aB", "G|re: a", "H: 1");
    assertThat(Piped.through(brackets, rule)).isSameAs(rule);
  }

  @Test
  void letterCase_changesTheText() {
    assertThat(cased("upper", "aB")).isEqualTo("AB");
    assertThat(cased("lower", "aB")).isEqualTo("ab");
    assertThat(cased("snake_case", "GetObjectAcl")).isEqualTo("get_object_acl");
  }

  @Test
  void convertType_makesNumbersOfTextsAndTextsOfNumbers() {
    SigmaPipeline numbers = Piped.step("type: convert_type", "target_type: num");
    SigmaPipeline texts = Piped.step("type: convert_type", "target_type: str");

    assertThat(Piped.fires(numbers, selecting("F: '007'"), Map.of("F", 7L))).isTrue();
    assertThat(Piped.fires(numbers, selecting("F: '2.50'"), Map.of("F", 2.5))).isTrue();
    assertThat(Piped.fires(texts, selecting("F: 22"), Map.of("F", "22"))).isTrue();
    assertThat(Piped.through(texts, selecting("F: 1.0")).detection().items().findFirst())
        .hasValueSatisfying(
            item ->
                assertThat(item.values().get(0).alternatives()).containsExactly(new Scalar("1.0")));
  }

  @Test
  void convertType_ofWhatIsNoNumber_saysSo() {
    SigmaPipeline numbers = Piped.step("type: convert_type", "target_type: num");

    assertThat(Piped.refusal(numbers, selecting("F: 'a*'")))
        .asString()
        .contains("'a*' is no number", "field_name_conditions");
  }

  private static String cased(String method, String value) {
    SigmaRule rule =
        Piped.through(Piped.step("type: case", "method: " + method), selecting("F: " + value));
    return rule.detection()
        .items()
        .findFirst()
        .orElseThrow()
        .values()
        .get(0)
        .alternatives()
        .get(0)
        .text();
  }

  private static SigmaPipeline replacing(String regex, String replacement) {
    return Piped.step(
        "type: replace_string", "regex: '" + regex + "'", "replacement: '" + replacement + "'");
  }
}
