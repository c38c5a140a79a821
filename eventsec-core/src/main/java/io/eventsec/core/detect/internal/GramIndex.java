package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Literals anywhere in a value. Each is known by its rarest run of two to four characters; a pass
 * over the value asks a bit map for the run that ends at each character, and looks closer only
 * where the bit is set. The maps are small enough to stay in the processor's nearest cache, which
 * an automaton over the same literals does not. Immutable.
 */
final class GramIndex {
  private static final int LONGEST = 4;
  static final int BYTE = 8;
  private static final int TOP = 24;

  /** By the length of the run less one; null where no literal is known by one of that length. */
  private final @Nullable GramTable[] tables = new GramTable[LONGEST];

  private final GramMap fours;
  private final ShortEnds shortEnds = new ShortEnds();

  /** Those of one character: they are soon found, and then there is no more to look for. */
  private final Literal[] single;

  GramIndex(Collection<Literal> literals) {
    Map<Integer, List<Literal>> byLength = new HashMap<>();
    single = literals.stream().filter(one -> one.text().length() == 1).toArray(Literal[]::new);
    for (Literal literal : literals) {
      int length = Math.min(literal.text().length(), LONGEST);
      byLength.computeIfAbsent(length, key -> new ArrayList<>()).add(literal);
    }
    byLength.remove(1);
    byLength.forEach((length, some) -> tables[length - 1] = new GramTable(length, some));
    for (int length = 2; length < LONGEST; length++) {
      GramTable table = tables[length - 1];
      if (table != null) {
        shortEnds.addAll(table, length);
      }
    }
    GramTable four = tables[LONGEST - 1];
    fours = four == null ? new GramMap(0) : four.map();
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

  /** Tells what the value has. */
  void look(ValueScan scan) {
    for (Literal literal : single) {
      if (scan.text().has(literal.text().charAt(0))) {
        scan.found(literal);
      }
    }
    lookForRuns(scan);
  }

  private void lookForRuns(ValueScan scan) {
    char[] chars = scan.text().chars;
    int length = scan.text().length;
    // Held here and not in their objects, or they are fetched anew for each character.
    long[] fourBits = fours.bits();
    int shift = fours.shift();
    long[] endBits = shortEnds.bits();
    int gram = 0;
    for (int i = 0; i < length; i++) {
      gram = shift(gram, chars[i]);
      long found = GramMap.bit(fourBits, shift, gram) | ShortEnds.bit(endBits, gram);
      if ((found & 1) != 0) {
        lookCloser(gram, i + 1, scan);
      }
    }
  }

  private void lookCloser(int gram, int end, ValueScan scan) {
    if ((GramMap.bit(fours.bits(), fours.shift(), gram) & 1) != 0) {
      tell(LONGEST, gram, end, scan);
    }
    if ((ShortEnds.bit(shortEnds.bits(), gram) & 1) != 0) {
      for (int length = 2; length < LONGEST; length++) {
        tell(length, gram >>> BYTE * (LONGEST - length), end, scan);
      }
    }
  }

  private void tell(int length, int gram, int end, ValueScan scan) {
    GramTable table = tables[length - 1];
    if (table != null && end >= length) {
      table.tell(gram, end, scan);
    }
  }
}
