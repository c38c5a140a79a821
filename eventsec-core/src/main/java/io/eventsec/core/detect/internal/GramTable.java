package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Literals by a run of characters of one length that each of them has. Immutable. */
final class GramTable {
  private static final int MIX = 0x9E3779B1;
  private static final int FEWEST_BITS = 10;
  private static final int MOST_BITS = 20;

  /** So many bits of the map for each run: what is not there is seldom taken for it. */
  private static final int SPARSE = 16;

  private final int length;
  private final long[] map;
  private final int shift;
  private final int[] grams;
  private final Entry[][] entries;

  /**
   * A literal and where its run ends.
   *
   * @param end the index after the run's last character
   * @param before the character before the run, 0 if there is none; it tells most values apart that
   *     have the run and not the literal
   * @param after the character after the run, 0 if there is none
   */
  private record Entry(Literal literal, int end, char before, char after) {
    static Entry of(Literal literal, int end, int length) {
      String text = literal.text();
      return new Entry(
          literal,
          end,
          end > length ? text.charAt(end - length - 1) : 0,
          end < text.length() ? text.charAt(end) : 0);
    }
  }

  GramTable(int length, List<Literal> literals) {
    this.length = length;
    Map<Integer, List<Entry>> byGram = new HashMap<>();
    for (Literal literal : literals) {
      int end = rarest(literal.text(), byGram);
      byGram
          .computeIfAbsent(GramIndex.gram(literal.text(), end, length), key -> new ArrayList<>())
          .add(Entry.of(literal, end, length));
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(byGram.size() * SPARSE);
    bits = Math.min(Math.max(bits, FEWEST_BITS), MOST_BITS);
    this.shift = Integer.SIZE - bits;
    this.map = new long[1 << bits - 6];
    int places = Integer.highestOneBit(byGram.size()) * 4;
    this.grams = new int[places];
    this.entries = new Entry[places][];
    byGram.forEach((gram, some) -> put(gram, some.toArray(Entry[]::new)));
  }

  /** Where the run ends that fewest values have, as far as one can tell from its characters. */
  private int rarest(String text, Map<Integer, List<Entry>> byGram) {
    int best = length;
    int least = Integer.MAX_VALUE;
    for (int end = length; end <= text.length(); end++) {
      List<Entry> there = byGram.get(GramIndex.gram(text, end, length));
      int cost = Rarity.of(text, end - length, end) + (there == null ? 0 : there.size());
      if (cost < least) {
        least = cost;
        best = end;
      }
    }
    return best;
  }

  private void put(int gram, Entry[] some) {
    int bit = gram * MIX >>> shift;
    map[bit >>> 6] |= 1L << bit;
    int place = place(gram);
    while (entries[place] != null) {
      place = place + 1 & entries.length - 1;
    }
    grams[place] = gram;
    entries[place] = some;
  }

  private int place(int gram) {
    return (gram * MIX >>> BYTE_SHIFT) & entries.length - 1;
  }

  private static final int BYTE_SHIFT = 7;

  /** Hands out each run that a literal is known by. */
  void forEachGram(IntConsumer sink) {
    for (int place = 0; place < entries.length; place++) {
      if (entries[place] != null) {
        sink.accept(grams[place]);
      }
    }
  }

  /** False if no literal has that run. */
  boolean mayHave(int gram) {
    int bit = gram * MIX >>> shift;
    return (map[bit >>> 6] >>> bit & 1) != 0;
  }

  /** Tells which literals of that run the value has, where the run ends before that index. */
  void tell(int gram, int end, EventView view) {
    int place = place(gram);
    while (entries[place] != null) {
      if (grams[place] == gram) {
        tell(entries[place], end, view);
        return;
      }
      place = place + 1 & entries.length - 1;
    }
  }

  private void tell(Entry[] some, int end, EventView view) {
    FoldedText text = view.text();
    char before = end > length ? text.chars[end - length - 1] : 0;
    char after = end < text.length ? text.chars[end] : 0;
    for (Entry entry : some) {
      boolean fits =
          (entry.before == 0 || entry.before == before)
              && (entry.after == 0 || entry.after == after);
      if (fits && !view.knows(entry.literal) && text.has(entry.literal.text(), end - entry.end)) {
        view.found(entry.literal);
      }
    }
  }
}
