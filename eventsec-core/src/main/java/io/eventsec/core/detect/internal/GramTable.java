package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Literals by two runs of characters of one length that each of them has, or by one if they are no
 * longer. Immutable.
 */
final class GramTable {
  private static final int MIX = 0x85EBCA6B;

  private final int length;
  private final GramMap map;
  private final int shift;

  /** By place: the run at the top, below it one more than where its entries begin; 0 is empty. */
  private final long[] runs;

  private final GramEntries entries;

  GramTable(int length, List<Literal> literals) {
    this.length = length;
    Map<Integer, List<GramEntry>> byGram = new HashMap<>();
    int known = 0;
    for (Literal literal : literals) {
      int last = literal.text().length() > length ? rarest(literal.text(), byGram) + 1 : length;
      for (int end = Math.max(length, last - 1); end <= last; end++) {
        add(new GramEntry(literal, end), byGram);
        known++;
      }
    }
    this.map = new GramMap(byGram.size());
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(byGram.size()) + 1;
    this.shift = Integer.SIZE - bits;
    this.runs = new long[1 << bits];
    this.entries = new GramEntries(length, known);
    byGram.forEach(this::put);
  }

  private void add(GramEntry entry, Map<Integer, List<GramEntry>> byGram) {
    byGram
        .computeIfAbsent(
            GramIndex.gram(entry.literal().text(), entry.end(), length), key -> new ArrayList<>(1))
        .add(entry);
  }

  /**
   * Where the first of two runs ends, one a character behind the other, that fewest values have, as
   * far as one can tell from their characters.
   */
  private int rarest(String text, Map<Integer, List<GramEntry>> byGram) {
    int best = length;
    int least = Integer.MAX_VALUE;
    int before = cost(text, length, byGram);
    for (int end = length; end < text.length(); end++) {
      int behind = cost(text, end + 1, byGram);
      if (before + behind < least) {
        least = before + behind;
        best = end;
      }
      before = behind;
    }
    return best;
  }

  private int cost(String text, int end, Map<Integer, List<GramEntry>> byGram) {
    List<GramEntry> there = byGram.get(GramIndex.gram(text, end, length));
    return Rarity.of(text, end - length, end) + (there == null ? 0 : there.size());
  }

  private void put(int gram, List<GramEntry> some) {
    map.add(gram);
    int place = gram * MIX >>> shift;
    while (runs[place] != 0) {
      place = place + 1 & runs.length - 1;
    }
    runs[place] = (long) gram << Integer.SIZE | entries.addAll(some) + 1;
  }

  /** The runs that literals are known by. */
  GramMap map() {
    return map;
  }

  /** Hands out each run that a literal is known by. */
  void forEachGram(IntConsumer sink) {
    for (long run : runs) {
      if (run != 0) {
        sink.accept((int) (run >>> Integer.SIZE));
      }
    }
  }

  /** Tells which literals of that run the value has, where the run ends before that index. */
  void tell(int gram, int end, ValueScan scan) {
    int place = gram * MIX >>> shift;
    for (long run = runs[place]; run != 0; run = runs[place]) {
      if ((int) (run >>> Integer.SIZE) == gram) {
        entries.tell((int) run - 1, end, scan);
        return;
      }
      place = place + 1 & runs.length - 1;
    }
  }
}
