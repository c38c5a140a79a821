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

  /** By a run's last character: the lengths below four of the runs that end so, a bit for each. */
  private final byte[] shortEnds = new byte[1 << BYTE];

  GramIndex(Collection<Literal> literals) {
    Map<Integer, List<Literal>> byLength = new HashMap<>();
    for (Literal literal : literals) {
      int length = Math.min(literal.text().length(), LONGEST);
      byLength.computeIfAbsent(length, key -> new ArrayList<>()).add(literal);
    }
    byLength.forEach((length, some) -> tables[length - 1] = new GramTable(length, some));
    for (int length = 1; length < LONGEST; length++) {
      noteEnds(tables[length - 1], length);
    }
  }

  private void noteEnds(@Nullable GramTable table, int length) {
    if (table != null) {
      table.forEachGram(gram -> shortEnds[gram >>> BYTE * (length - 1)] |= (byte) (1 << length));
    }
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
    char[] chars = view.text().chars;
    int length = view.text().length;
    int gram = 0;
    for (int i = 0; i < length; i++) {
      gram = shift(gram, chars[i]);
      if (four != null && four.mayHave(gram) && i >= LONGEST - 1) {
        four.tell(gram, i + 1, view);
      }
      int lengths = shortEnds[gram >>> TOP];
      if (lengths != 0) {
        lookForShort(lengths, gram, i + 1, view);
      }
    }
  }

  private void lookForShort(int lengths, int gram, int end, EventView view) {
    for (int length = 1; length < LONGEST; length++) {
      GramTable table = tables[length - 1];
      if ((lengths & 1 << length) != 0 && table != null && end >= length) {
        int run = gram >>> BYTE * (LONGEST - length);
        if (table.mayHave(run)) {
          table.tell(run, end, view);
        }
      }
    }
  }
}
