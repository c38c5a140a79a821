package io.eventsec.core.detect.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Literals anywhere in a value. A pass over the value asks a bit map for the run of two to four
 * characters that ends at every second of them, and looks closer only where the bit is set: each
 * literal is known by two runs, one of which ends a character behind the other, so that one of them
 * ends where the pass asks. The maps are small enough to stay in the processor's nearest cache,
 * which an automaton over the same literals does not. Immutable.
 */
final class GramIndex {
  private static final int LONGEST = 4;
  static final int BYTE = 8;
  private static final int TOP = 24;
  private static final int PAIR = 2;
  private static final int MOST = Integer.MAX_VALUE;

  /** Lowest byte first, whatever the machine does: the newest character is at the top. */
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** By the length of the run less one; null where no literal is known by one of that length. */
  private final @Nullable GramTable[] tables = new GramTable[LONGEST];

  private final GramMap fours;
  private final ShortEnds shortEnds = new ShortEnds();

  /** Those of two characters, which are one run only. */
  private final PairTable asciiPairs;

  private final PairTable otherPairs;

  private final SingleCharacters single;

  /** How long the shortest of them is. */
  private final int shortest;

  GramIndex(Collection<Literal> literals) {
    shortest = literals.stream().mapToInt(one -> one.text().length()).min().orElse(0);
    single = new SingleCharacters(ofLength(literals, 1, 1));
    List<Literal> two = ofLength(literals, PAIR, PAIR);
    asciiPairs = new PairTable(two.stream().filter(Literal::isAscii).toList());
    otherPairs = new PairTable(two.stream().filter(one -> !one.isAscii()).toList());
    for (int run = PAIR; run <= LONGEST; run++) {
      List<Literal> some = ofLength(literals, run + 1, run < LONGEST ? run + 1 : MOST);
      tables[run - 1] = some.isEmpty() ? null : new GramTable(run, some);
    }
    for (int run = PAIR; run < LONGEST; run++) {
      GramTable table = tables[run - 1];
      if (table != null) {
        shortEnds.addAll(table, run);
      }
    }
    GramTable four = tables[LONGEST - 1];
    fours = four == null ? new GramMap(0) : four.map();
  }

  private static List<Literal> ofLength(Collection<Literal> literals, int least, int most) {
    List<Literal> some = new ArrayList<>();
    for (Literal literal : literals) {
      int length = literal.text().length();
      if (length >= least && length <= most) {
        some.add(literal);
      }
    }
    return some;
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

  /** What is shorter has none of them. */
  int shortest() {
    return shortest;
  }

  /** Tells what the value has, whose text that is. */
  void look(String raw, ValueScan scan) {
    single.look(raw, scan);
    if (scan.text().isAscii()) {
      lookForAsciiRuns(scan);
      asciiPairs.look(scan);
    } else {
      lookForRuns(scan);
      asciiPairs.look(scan);
      otherPairs.look(scan);
    }
  }

  /** Four characters are read at once, in the form of {@link #shift}. */
  private void lookForAsciiRuns(ValueScan scan) {
    byte[] bytes = scan.text().bytes;
    int length = scan.text().length;
    // Held here and not in their objects, or they are fetched anew for each character.
    long[] fourBits = fours.bits();
    int shift = fours.shift();
    long[] endBits = shortEnds.bits();
    for (int i = 1; i < length; i += 2) {
      int gram = (int) INTS.get(bytes, i + 1 - LONGEST + FoldedText.BEFORE);
      long found = GramMap.bit(fourBits, shift, gram) | ShortEnds.bit(endBits, gram);
      if ((found & 1) != 0) {
        lookCloser(gram, i + 1, scan);
      }
    }
  }

  private void lookForRuns(ValueScan scan) {
    char[] chars = scan.text().chars;
    int length = scan.text().length;
    long[] fourBits = fours.bits();
    int shift = fours.shift();
    long[] endBits = shortEnds.bits();
    int gram = 0;
    for (int i = 1; i < length; i += 2) {
      gram = shift(shift(gram, chars[i - 1]), chars[i]);
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
      for (int length = PAIR; length < LONGEST; length++) {
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
