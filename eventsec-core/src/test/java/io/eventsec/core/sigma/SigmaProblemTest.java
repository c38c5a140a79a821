package io.eventsec.core.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a rule is said with its place and its cure. */
class SigmaProblemTest {
  private static final String HEAD =
      """
      title: T
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
      logsource: {product: zeek}
      """;

  @Test
  void conditions_areWrongAtACharacter() {
    assertCondition("selection and other", 14, "no search identifier 'other'");
    assertCondition("selection andd selection", 10, "goes on with 'andd'");
    assertCondition("(selection", 0, "never closed");
    assertCondition("selection )", 10, "goes on with ')'");
    assertCondition("not", 3, "nothing more");
    assertCondition("selection and", 13, "nothing more");
    assertCondition("2 of sel*", 0, "asks for 2 searches");
    assertCondition("0 of them", 0, "is no quantity");
    assertCondition("1 of filter*", 5, "No search identifier");
    assertCondition("sel*", 0, "doesn't say how many");
    assertCondition("selection | count() by host > 5", 10, "Aggregations");
    assertCondition("selection == selection", 10, "the character '='");
    assertCondition("not ".repeat(70) + "selection", 256, "nested more than 64 deep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "count() by host > 4; 'type: event_count', 'group-by: [host]', 'timespan', 'condition: {gt: 4}'",
        "count(Sid) by User, Host >= 20; 'type: value_count', 'group-by: [User, Host]', 'timespan', 'condition: {field: Sid, gte: 20}'",
        "sum(bytes) > 5; 'type: value_sum', 'timespan', 'condition: {field: bytes, gt: 5}'",
        "sum() > 5; event_count, value_count or temporal",
        "near other; event_count, value_count or temporal",
      })
  void aggregations_areToldAsCorrelations(String aggregation, String cure) {
    assertThat(
            onlyProblem(HEAD + "detection:\n  s: {a: b}\n  condition: 's | " + aggregation + "'\n")
                .cure())
        .contains(cure);
  }

  private static void assertCondition(String condition, int offset, String message) {
    SigmaProblem problem =
        onlyProblem(HEAD + "detection:\n  selection: {a: b}\n  condition: " + condition + "\n");
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(6);
    assertThat(problem.column()).isEqualTo("  condition: ".length() + offset + 1);
    assertThat(problem.cure()).isNotEmpty();
  }

  @Test
  void ownAttribute_isWrongWhereItStands() {
    assertOwn("{risk: much}", 18, "The risk 'much' is no whole number from 0 to 1000");
    assertOwn("{risk: 1001}", 18, "The risk '1001' is no whole number");
    assertOwn("{risk: -1}", 18, "The risk '-1' is no whole number");
    assertOwn("{risk: 1.5}", 18, "The risk '1.5' is no whole number");
    assertOwn("{risk: [1]}", 18, "The risk a list is no whole number");
    assertOwn("{risk: }", 17, "The risk '' is no whole number");
    assertOwn("{rysk: 1}", 12, "A rule has no 'rysk' below 'eventsec'");
    assertOwn("{lateness: 1m}", 12, "A rule has no 'lateness' below 'eventsec'");
    assertOwn("30", 11, "Attribute 'eventsec' is a single value, not a map");
  }

  private static void assertOwn(String value, int column, String message) {
    SigmaProblem problem =
        onlyProblem(
            HEAD
                + "detection: {selection: {a: b}, condition: selection}\neventsec: "
                + value
                + "\n");
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(5);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.cure()).isNotEmpty();
  }

  @Test
  void riskOfACorrelation_isWrongWhereItStands() {
    String correlation =
        "title: T\neventsec: {lateness: 1m, risk: 1k}\n"
            + "correlation: {type: event_count, rules: [a], timespan: 1m, condition: {gte: 1}}\n";
    SigmaProblem problem = onlyProblem(correlation);
    assertThat(problem.message()).contains("The risk '1k' is no whole number");
    assertThat(problem.line()).isEqualTo(2);
    assertThat(SigmaReader.read("t.yml", correlation.replace("1k", "0")).correlations())
        .singleElement()
        .satisfies(rule -> assertThat(rule.metadata().risk()).hasValue(0));
  }

  @Test
  void modifiers_areWrongWhereTheyStand() {
    assertItem("a|containz: b", 7, "Modifier 'containz' does not exist");
    assertItem("a|contains|: b", 16, "Modifier '' does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "a|not: b, Write 'neq'",
    "a|equalsfield: b, Write 'fieldref'",
    "a|endswithfield: b, Write 'fieldref|endswith'",
    "a|regex: b, Write 're'",
    "a|EndsWith: b, 'Write ''endswith'', in lower case and without blanks'",
    "a| contains: b, 'Write ''contains'', in lower case and without blanks'",
    "a|in: b, Write a list of values",
    "'a|between: [1, 2]', 'Write two items, with gte and with lte'",
    "a|near: b, 'Use one of contains, startswith'",
  })
  void modifiersOfOtherEngines_areToldBySigmasName(String item, String cure) {
    assertThat(onlyProblem(HEAD + "detection:\n  s:\n    " + item + "\n  condition: s\n").cure())
        .startsWith(cure);
  }

  @ParameterizedTest
  @CsvSource({
    "a: *tool.exe, 9, begins an alias",
    "a: *\\tool.exe, 10, begins an alias",
    "a: @me, 4, single quotes",
    "a: \"C:\\Windows\", 8, in double ones",
    "a: b: c, 5, has ': ' in it",
    "a: 'b' c, 8, single quotes",
    "'\ta: b', 1, instead of tabs",
    "a: 'b, 4, closes the text",
    "a: [b, 4, Close the bracket",
  })
  void yaml_hasACureForEachUsualMistake(String line, int column, String cure) {
    SigmaProblem problem = onlyProblem("title: T\n" + line + "\n");
    assertThat(problem.cure()).contains(cure);
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).as(problem.toString()).isEqualTo(column);
  }

  @Test
  void modifierChains_thatMeanNothingAreRefused() {
    assertItem("a|contains|startswith: b", 7, "exclude each other");
    assertItem("a|gt|lt: 1", 7, "exclude each other");
    assertItem("a|re|contains: b", 7, "'contains' means nothing together with 're'");
    assertItem("a|cidr|cased: 10.0.0.0/8", 7, "means nothing together with 'cidr'");
    assertItem("a|expand|re: '%b%'", 7, "'expand' comes before 're'");
    assertItem("a|exists|all: true", 7, "means nothing together with 'exists'");
    assertItem("a|i: b", 7, "'i' means nothing without 're'");
    assertItem("a|i|re: b", 7, "comes before 're'");
    assertItem("a|contains|base64: b", 7, "comes after contains");
    assertItem("a|contains|contains: b", 7, "is there twice");
    assertItem("a|hour|minute: 3", 7, "exclude each other");
    assertItem("a|hour|contains: 3", 7, "'contains' means nothing together with 'hour'");
    assertItem("a|re|hour: 3", 7, "'hour' means nothing together with 're'");
    assertItem("'|cidr': 10.0.0.0/8", 7, "needs a field");
  }

  @Test
  void values_areWrongWhereTheyStand() {
    assertItem("a|gt: 'many'", 11, "need a number");
    assertItem("a|exists: maybe", 15, "needs true or false");
    assertItem("a|exists: [true, false]", 7, "'exists' with several values");
    assertItem("a|cidr: 10.0.0.1/8", 13, "bits set beyond");
    assertItem("a|cidr: 10.0.0.0/33", 13, "0 to 32");
    assertItem("a|cidr: somewhere", 13, "not an IP address");
    assertItem("a|re: '(a'", 11, "is wrong at character 3: Unclosed group");
    assertItem("a|hour: three", 13, "is a whole number, not 'three'");
    assertItem("a|hour|gte: 1.5", 17, "need a number, not '1.5'");
    assertItem("a|contains: null", 17, "null can't be part");
    assertItem("a|base64: 'a*b'", 15, "wildcards");
    assertItem("a|base64offset|contains: b", 30, "too short");
    assertItem("a: []", 8, "list of values is empty");
    assertItem("a: {b: c}", 8, "A value is a map");
    assertItem("a: [[b]]", 9, "A value is a list");
  }

  private static void assertItem(String item, int column, String message) {
    SigmaProblem problem =
        onlyProblem(HEAD + "detection:\n  s:\n    " + item + "\n  condition: s\n");
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(6);
    assertThat(problem.column()).as(problem.toString()).isEqualTo(column);
    assertThat(problem.cure()).isNotEmpty();
  }

  @Test
  void rules_sayWhatTheyLack() {
    String detection = "detection: {s: {a: b}, condition: s}\n";
    assertRule("logsource: {product: x}\n" + detection, "has no title");
    assertRule("title: T\n" + detection, "has no logsource");
    assertRule(
        "title: T\nfilter: {rules: any, s: {a: b}, condition: s}\n", "The filter has no logsource");
    assertRule("title: T\nlogsource: {}\n" + detection, "names neither");
    assertRule("title: T\nlogsource: {product: x}\n", "has no detection");
    assertRule(HEAD + "detection: {condition: s}\n", "has no selection", "no search identifier");
    assertRule(HEAD + "detection: {s: {a: b}}\n", "has no condition");
    assertRule(HEAD + "detection: {s: {}, condition: s}\n", "selection is empty");
    assertRule(HEAD + "detection: {s: {a: b}, timeframe: 5m, condition: s}\n", "'timeframe'");
    assertRule(HEAD + "level: awful\n" + detection, "Level 'awful' does not exist");
    assertRule(HEAD + "status: done\n" + detection, "Status 'done' does not exist");
    assertRule(HEAD.replace("0b6f8a52-", "a/b") + detection, "is neither a UUID nor up to 64");
    assertRule(HEAD + "title: again\n" + detection, "is here twice");
    assertRule(HEAD + "author: [a, b]\n" + detection, "is a list, not text");
    assertRule(HEAD + "related: x\n" + detection, "not a list of ids");
    assertRule(HEAD.replace("T", "T".repeat(257)) + detection, "257 characters");
    assertRule("just text\n", "is a single value, not a rule");
    assertRule("title: a\n  b: c\n", "Not valid YAML");
    assertRule("", "holds no rule");
  }

  @Test
  void hostileYaml_isRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 20; i++) {
      String alias = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s, %s]\n".formatted(i, i, alias, alias));
    }
    assertRule(laughs.toString(), "too large or refers to itself");
    assertRule("a: &a [*a]\n", "too large or refers to itself");
    assertThat(onlyProblem("a: &a [x]\nb: [" + "*a, ".repeat(60) + "x]\n").cure())
        .contains("Write out what the aliases stand for");
    assertRule("a: " + "[".repeat(100_000), "nested more than 32 deep");
    assertRule("title: " + "x".repeat(5_000_000), "more than 4194304");
  }

  private static void assertRule(String yaml, String... messages) {
    SigmaDocument document = SigmaReader.read("r.yml", yaml);
    assertThat(document.rules()).isEmpty();
    assertThat(document.problems()).hasSameSizeAs(messages);
    for (String message : messages) {
      assertThat(document.problems()).anyMatch(problem -> problem.message().contains(message));
    }
  }

  private static SigmaProblem onlyProblem(String yaml) {
    SigmaDocument document = SigmaReader.read("r.yml", yaml);
    assertThat(document.rules()).isEmpty();
    assertThat(document.problems()).hasSize(1);
    return document.problems().get(0);
  }

  @Test
  void directory_loadsWhatIsSound(@TempDir Path rules) throws IOException {
    String sound = HEAD + "detection: {s: {a: b}, condition: s}\n";
    Files.createDirectories(rules.resolve("deep"));
    Files.writeString(rules.resolve("deep/good.yml"), sound);
    Files.writeString(rules.resolve("bad.yaml"), "title: T\n");
    Files.writeString(rules.resolve("good.test.yml"), "no rule");
    Files.writeString(rules.resolve("README.md"), "no rule");
    Files.write(rules.resolve("latin.yml"), new byte[] {(byte) 0xe9});

    LoadedRules loaded = RuleDirectory.load(rules);

    assertThat(loaded.rules()).extracting(SigmaRule::file).containsExactly("deep/good.yml");
    assertThat(loaded.problems())
        .extracting(SigmaProblem::file)
        .containsOnly("bad.yaml", "latin.yml");
  }

  @Test
  void tagThatDecodesToBlanks_isAProblem() {
    assertThat(SigmaReader.read("test.yml", "!e-2*ut%a").problems())
        .extracting(SigmaProblem::message)
        .containsExactly("Not valid YAML: Tag must not contain leading or trailing spaces.");
  }

  @Test
  void stream_isReadAsATextIs() throws IOException {
    String rule = HEAD + "detection: {s: {a: 'é'}, condition: s}\n";

    SigmaDocument read =
        SigmaReader.read("stream", new ByteArrayInputStream(rule.getBytes(StandardCharsets.UTF_8)));

    assertThat(read).isEqualTo(SigmaReader.read("stream", rule));
    assertThat(read.rules()).hasSize(1);
  }

  @Test
  void stream_thatIsTooLongOrNoText_isAProblem() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '#';
          }
        };
    SigmaDocument large = SigmaReader.read("endless", endless);
    SigmaDocument latin =
        SigmaReader.read("latin", new ByteArrayInputStream(new byte[] {(byte) 0xe9}));

    assertThat(large.problems())
        .extracting(SigmaProblem::toString)
        .containsExactly(
            "endless:0:0: The text is larger than 4194304 bytes. Split it into several files.");
    assertThat(latin.problems())
        .extracting(SigmaProblem::toString)
        .containsExactly("latin:0:0: The text is not UTF-8. Save it as UTF-8.");
  }

  @Test
  void missingDirectory_isAProblem(@TempDir Path parent) {
    LoadedRules loaded = RuleDirectory.load(parent.resolve("nowhere"));

    assertThat(loaded.rules()).isEmpty();
    assertThat(loaded.problems()).hasSize(1);
    assertThat(loaded.problems().get(0).message()).contains("nowhere");
  }
}
