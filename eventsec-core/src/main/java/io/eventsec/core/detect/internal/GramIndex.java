package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Literals anywhere in a value. Each is known by its rarest run of up to four characters; a pass
 * over the value asks a bit map for the run that ends at each character, and looks closer only
 * where the bit is set. The maps are small enough to stay in the processor's nearest cache, which
 * an automaton over the same literals does not. Immutable.
 */
final class GramIndex {
  private static final int LONGEST = 4;
  private static final int BYTE = 8;
  private static final int TOP = 24;

  /** By the length of the run less one; null where no literal is known by one of that length. */
  private final @Nullable GramTable[] tables = new GramTable[LONGEST];

  GramIndex(Collection<Literal> literals) {
    Map<Integer, List<Literal>> byLength = new HashMap<>();
    for (Literal literal : literals) {
      int length = Math.min(literal.text().length(), LONGEST);
      byLength.computeIfAbsent(length, key -> new ArrayList<>()).add(literal);
    }
    byLength.forEach((length, some) -> tables[length - 1] = new GramTable(length, some));
  }

  /** The run's last characters, newest at the top; what is not ASCII is mixed into a byte. */
  static int shift(int gram, char next) {
    return gram >>> BYTE | (next ^ next >>> BYTE) << TOP;
  }

  /** The run of that length that ends there. */
  static int gram(CharSequence text, int end, int length) {
    int gram = 0;
    for (int i = end - length; i < end; i++) {
      gram = shift(gram, text.charAt(i));
    }
    return gram >>> BYTE * (LONGEST - length);
  }

  /** Tells what the view's current value has. */
  void look(EventView view) {
    GramTable four = tables[LONGEST - 1];
    if (four != null) {
      lookForFour(four, view);
    }
    for (int length = 1; length < LONGEST; length++) {
      GramTable table = tables[length - 1];
      if (table != null) {
        lookForShort(table, length, view);
      }
    }
  }

  private static void lookForFour(GramTable table, EventView view) {
    char[] chars = view.text().chars;
    int length = view.text().length;
    int gram = 0;
    for (int i = 0; i < length; i++) {
      gram = shift(gram, chars[i]);
      if (table.mayHave(gram) && i >= LONGEST - 1) {
        table.tell(gram, i + 1, view);
      }
    }
  }

  private static void lookForShort(GramTable table, int runLength, EventView view) {
    char[] chars = view.text().chars;
    int length = view.text().length;
    int down = BYTE * (LONGEST - runLength);
    int gram = 0;
    for (int i = 0; i < length; i++) {
      gram = shift(gram, chars[i]);
      int run = gram >>> down;
      if (table.mayHave(run) && i >= runLength - 1) {
        table.tell(run, i + 1, view);
      }
    }
  }
}
