package io.eventsec.core.detect.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Literals of two characters anywhere in a value. Immutable. */
final class PairTable {
  private static final int LENGTH = 2;

  /** Null if there are none. */
  private final @Nullable GramTable table;

  private final ShortEnds ends = new ShortEnds();

  PairTable(List<Literal> literals) {
    table = literals.isEmpty() ? null : new GramTable(LENGTH, literals);
    if (table != null) {
      ends.addAll(table, LENGTH);
    }
  }

  /** Tells what the value has. */
  void look(ValueScan scan) {
    if (table != null) {
      look(table, scan);
    }
  }

  private void look(GramTable pairs, ValueScan scan) {
    char[] chars = scan.text().chars;
    int length = scan.text().length;
    long[] bits = ends.bits();
    int gram = length == 0 ? 0 : GramIndex.shift(0, chars[0]);
    for (int i = 1; i < length; i++) {
      gram = GramIndex.shift(gram, chars[i]);
      if ((ShortEnds.bit(bits, gram) & 1) != 0) {
        pairs.tell(gram >>> GramIndex.BYTE * LENGTH, i + 1, scan);
      }
    }
  }
}
