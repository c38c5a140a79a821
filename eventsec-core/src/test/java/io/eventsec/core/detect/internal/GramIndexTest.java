package io.eventsec.core.detect.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Literals of every length are found wherever they stand, and nowhere else. */
class GramIndexTest {
  /** Few, so that literals come up by chance; some fold, some are two characters. */
  private static final List<String> CHARACTERS =
      List.of("a", "A", "b", "1", "-", "\u00e9", "\u00c9", "\u0130", "\u212a", "k", "\ud83d\ude00");

  private static final int LITERALS = 30;
  private static final int LONGEST = 8;
  private static final int VALUES = 20;
  private static final int LONGEST_VALUE = 40;

  @Property
  void literals_areFoundWhereTheyStand(@ForAll long seed) {
    Random random = new Random(seed);
    Set<String> texts = new LinkedHashSet<>();
    while (texts.size() < LITERALS) {
      texts.add(CaseFold.fold(text(1 + random.nextInt(LONGEST), random)));
    }
    List<Literal> literals = new ArrayList<>();
    texts.forEach(
        text -> literals.add(new Literal(literals.size(), text, numbers(literals.size()), NONE)));
    GramIndex index = new GramIndex(literals);
    ValueScan scan = new ValueScan(literals.size());
    for (int i = 0; i < VALUES; i++) {
      assertFound(text(random.nextInt(LONGEST_VALUE), random), literals, index, scan);
    }
  }

  private static final int[] NONE = {};

  private static int[] numbers(int one) {
    return new int[] {one};
  }

  private static String text(int length, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
    }
    return text.toString();
  }

  private static void assertFound(
      String value, List<Literal> literals, GramIndex index, ValueScan scan) {
    scan.next();
    scan.text().set(value);
    index.look(value, scan);
    String folded = CaseFold.fold(value);
    for (Literal literal : literals) {
      assertThat(scan.sure().indexOf(literal.number()) >= 0)
          .as("'%s' in '%s'", literal.text(), folded)
          .isEqualTo(folded.contains(literal.text()));
    }
  }
}
