package io.eventsec.core.sigma.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What the quick reader reads is what the YAML engine reads; the rest it leaves alone. */
class BlockYamlTest {
  private static final double NEARLY_ALL = 0.9;

  /** Pieces that mean something to YAML, beside each other in any order. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "key",
          ": ",
          ":\n",
          ":",
          "- ",
          "-",
          "\n",
          "\n\n",
          "\n  ",
          "\n    ",
          "  ",
          " ",
          "'",
          "''",
          "'x'",
          "\"",
          "\"y\"",
          "|",
          "|\n",
          " |\n    ",
          "|-",
          ">",
          "#",
          " # c",
          "null",
          "1",
          "-1",
          "0x1f",
          "1.5",
          ".5",
          "true",
          "~",
          "---",
          "...",
          "\n---\n",
          "x y",
          "\\",
          "\u00e9",
          "\u2028",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&a ",
          "*a",
          "?",
          "? ",
          "!",
          "!x ",
          "%",
          "@",
          "`",
          "<<",
          "=",
          "${A}",
          "\t",
          "\r\n",
          "\ud83d\ude00");

  /** Lines of which rules are made, and some that are wrong at times. */
  private static final List<String> LINES =
      List.of(
          "a: b",
          "key:",
          "'q': 'it''s'",
          "\"d\": \"e\"",
          "- x",
          "- k: v",
          "- 'v'",
          "-   k: v",
          "-",
          "- - n",
          "c: |",
          "text: more",
          "word",
          "# c",
          "",
          "   ",
          "n: null",
          "i: 12 # twelve",
          "u: http://x/#y",
          "t: 'open",
          "e: \"a\\nb\"",
          "f: [1, 2]",
          "g: {h: i}",
          "m: a: b",
          "- -5",
          "x|contains|all:",
          "v: -",
          "w: '' ",
          "y: 'a'b",
          "z: >-",
          "- |",
          "k : v",
          "d: 2024-01-01");

  @Property
  void anyPieces_areReadAlikeOrNotAtAll(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "a: " : "");
    for (int i = random.nextInt(24); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    assertAlike(text.toString());
  }

  @Property
  void anyLines_areReadAlikeOrNotAtAll(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    int indent = 0;
    for (int i = random.nextInt(12); i >= 0; i--) {
      String line = LINES.get(random.nextInt(LINES.size()));
      text.append(" ".repeat(indent))
          .append(line)
          .append(i > 0 || random.nextBoolean() ? "\n" : "");
      boolean deeper = line.endsWith(":") || line.endsWith("|") || line.startsWith("- k");
      indent = random.nextInt(4) == 0 ? random.nextInt(8) : indent + (deeper ? 2 : 0);
    }
    assertAlike(text.toString());
  }

  @Test
  void nearlyAllRules_areReadAlike() throws IOException {
    int all = 0;
    int quick = 0;
    try (Stream<Path> files = Files.walk(Corpus.file("sigma/rules"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yml")).toList()) {
        all++;
        quick += assertAlike(Files.readString(file)) ? 1 : 0;
      }
    }
    Corpus.report("rules", quick + " of " + all + " are read without the YAML engine");
    assertThat(quick).isGreaterThan((int) (all * NEARLY_ALL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b",
        "a: b # c\nc:   'it''s'   # d\n",
        "a:\n- b\n-  c: d\n   e: f\ng:\n    - h\n    # i\n    - \"j\"\n",
        "a: |\n   b\n    c \n\n   d\n\n\n# e\nf: |\n  g\n",
        "a|re: -1\n'b': 0x1f\nc: null\nd: true\ne: 1.5\nf: \u00e9\n"
      })
  void whatRulesAreWrittenIn_isReadAlike(String text) {
    assertThat(assertAlike(text)).isTrue();
  }

  private static boolean assertAlike(String text) {
    Optional<Node> quick = BlockYaml.read("text", text);
    quick.ifPresent(
        node -> assertThat(List.of(shown(node))).as(text).isEqualTo(readByTheEngine(text)));
    return quick.isPresent();
  }

  private static List<String> readByTheEngine(String text) {
    List<String> roots = new ArrayList<>();
    try {
      Composer composer = YamlText.composer(text, "text");
      while (composer.hasNext()) {
        roots.add(shown(composer.next()));
      }
    } catch (YamlEngineException | IllegalArgumentException e) {
      roots.add(String.valueOf(e.getMessage()));
    }
    return roots;
  }

  private static String shown(Node node) {
    String head = "\n" + node.getTag() + ' ' + Place.of(node) + ' ';
    if (node instanceof ScalarNode scalar) {
      return head + scalar.getScalarStyle() + Place.inside(scalar, 1) + scalar.getValue();
    }
    if (node instanceof SequenceNode list) {
      return head + list.getValue().stream().map(BlockYamlTest::shown).toList();
    }
    return head
        + ((MappingNode) node)
            .getValue().stream()
                .map(entry -> shown(entry.getKeyNode()) + shown(entry.getValueNode()))
                .toList();
  }
}
