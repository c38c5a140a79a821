package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.ast.TextPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class SigmaPropertyTest {
  private static final String[] NAMES = {"a", "b", "c", "d"};
  private static final int MAX_DEPTH = 4;

  @Property
  void escapedText_meansItself(@ForAll String text) {
    TextPattern written = TextPattern.parse(TextPattern.literal(text).toString());

    assertThat(written.isLiteral()).isTrue();
    assertThat(written.text()).isEqualTo(text);
  }

  @Property
  void pattern_writtenAgainIsTheSame(@ForAll("patterns") String pattern) {
    TextPattern parsed = TextPattern.parse(pattern);

    assertThat(TextPattern.parse(parsed.toString())).isEqualTo(parsed);
  }

  @Property(tries = 1_000)
  void wildcards_agreeWithARegularExpression(
      @ForAll("patterns") String pattern, @ForAll("subjects") String subject) {
    boolean expected =
        Pattern.compile(regex(pattern), Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
            .matcher(subject)
            .matches();

    String quoted = '\'' + pattern.replace("'", "''") + '\'';
    assertThat(Rules.fires(Rules.selecting("f: " + quoted), Events.of("f", subject)))
        .isEqualTo(expected);
  }

  /** The specification's rule for backslashes, told a second time. */
  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      String rest = pattern.substring(i);
      if (rest.startsWith("\\\\") || rest.startsWith("\\*") || rest.startsWith("\\?")) {
        regex.append(Pattern.quote(rest.substring(1, 2)));
        i += 2;
        continue;
      }
      regex.append(
          rest.startsWith("*")
              ? ".*"
              : rest.startsWith("?") ? "." : Pattern.quote(rest.substring(0, 1)));
      i++;
    }
    return regex.toString();
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("aB*?\\").ofMaxLength(7);
  }

  @Provide
  Arbitrary<String> subjects() {
    return Arbitraries.strings().withChars("aAb*?\\\n").ofMaxLength(8);
  }

  /** A condition as text, and what it says of each set of true searches. */
  private record Expression(String text, int strength, boolean[] answers) {}

  @Property(tries = 100)
  void condition_meansWhatItsTreeMeans(@ForAll("expressions") Expression expression) {
    StringBuilder detection = new StringBuilder();
    for (String name : NAMES) {
      detection.append(name).append(": {f").append(name).append(": 1}\n");
    }
    DetectionEngine engine =
        DetectionEngine.compile(
            java.util.List.of(Rules.detecting(detection + "condition: " + expression.text)));

    for (int set = 0; set < expression.answers.length; set++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (int i = 0; i < NAMES.length; i++) {
        fields.put("f" + NAMES[i], (long) (set >> i & 1));
      }
      assertThat(!engine.process(Events.of(fields)).isEmpty())
          .as("%s with %s", expression.text, fields)
          .isEqualTo(expression.answers[set]);
    }
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return expressions(MAX_DEPTH);
  }

  private static Arbitrary<Expression> expressions(int depth) {
    Arbitrary<Expression> named =
        Arbitraries.integers().between(0, NAMES.length - 1).map(SigmaPropertyTest::named);
    Arbitrary<Expression> some =
        Arbitraries.integers().between(1, NAMES.length).map(SigmaPropertyTest::some);
    if (depth == 0) {
      return Arbitraries.oneOf(named, some);
    }
    Arbitrary<Expression> inner = expressions(depth - 1);
    return Arbitraries.oneOf(
        named,
        some,
        inner.map(SigmaPropertyTest::not),
        Combinators.combine(inner, inner).as((x, y) -> join(x, y, true)),
        Combinators.combine(inner, inner).as((x, y) -> join(x, y, false)));
  }

  private static Expression named(int index) {
    boolean[] answers = new boolean[1 << NAMES.length];
    for (int set = 0; set < answers.length; set++) {
      answers[set] = (set >> index & 1) == 1;
    }
    return new Expression(NAMES[index], 3, answers);
  }

  private static Expression some(int atLeast) {
    boolean[] answers = new boolean[1 << NAMES.length];
    for (int set = 0; set < answers.length; set++) {
      answers[set] = Integer.bitCount(set) >= atLeast;
    }
    return new Expression(atLeast + " of them", 3, answers);
  }

  private static Expression not(Expression x) {
    boolean[] answers = new boolean[x.answers.length];
    for (int set = 0; set < answers.length; set++) {
      answers[set] = !x.answers[set];
    }
    return new Expression("not " + bound(x, 2), 2, answers);
  }

  private static Expression join(Expression x, Expression y, boolean and) {
    boolean[] answers = new boolean[x.answers.length];
    for (int set = 0; set < answers.length; set++) {
      answers[set] = and ? x.answers[set] && y.answers[set] : x.answers[set] || y.answers[set];
    }
    int strength = and ? 1 : 0;
    String text = bound(x, strength) + (and ? " and " : " or ") + bound(y, strength);
    return new Expression(text, strength, answers);
  }

  /** In parentheses only where precedence asks for them. */
  private static String bound(Expression x, int strength) {
    return x.strength < strength ? "(" + x.text + ")" : x.text;
  }

  @Property
  void anyCondition_isReadOrRefused(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 40) String condition) {
    String yaml =
        "title: T\nlogsource: {product: x}\ndetection:\n  a: {f: 1}\n  condition: '"
            + condition.replace("'", "''")
            + "'\n";

    SigmaDocument document = SigmaReader.read("any.yml", yaml);

    assertThat(document.rules().size() + document.problems().size()).isEqualTo(1);
  }

  @Property
  void anyText_isReadOrRefused(@ForAll("yamlish") String text) {
    SigmaDocument document = SigmaReader.read("any.yml", text);

    assertThat(document.rules().isEmpty() && document.problems().isEmpty()).isFalse();
  }

  @Provide
  Arbitrary<String> yamlish() {
    return Arbitraries.of(
            "title: T\n",
            "detection:\n",
            "  a: b\n",
            "  condition: a\n",
            "logsource: {product: x}\n",
            "- ",
            "? ",
            ": ",
            "&x ",
            "*x ",
            "!!int ",
            "{",
            "}",
            "[",
            "]",
            "'",
            "\"",
            "|\n",
            ">\n",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "\t",
            "\u0000",
            "\ud800",
            "null",
            "  - ",
            "a|re: '('",
            "#")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
