package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Literals by a run of characters of one length that each of them has. Immutable. */
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
    for (Literal literal : literals) {
      int end = rarest(literal.text(), byGram);
      byGram
          .computeIfAbsent(GramIndex.gram(literal.text(), end, length), key -> new ArrayList<>())
          .add(new GramEntry(literal, end));
    }
    this.map = new GramMap(byGram.size());
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(byGram.size()) + 1;
    this.shift = Integer.SIZE - bits;
    this.runs = new long[1 << bits];
    this.entries = new GramEntries(length, literals.size());
    byGram.forEach(this::put);
  }

  /** Where the run ends that fewest values have, as far as one can tell from its characters. */
  private int rarest(String text, Map<Integer, List<GramEntry>> byGram) {
    int best = length;
    int least = Integer.MAX_VALUE;
    for (int end = length; end <= text.length(); end++) {
      List<GramEntry> there = byGram.get(GramIndex.gram(text, end, length));
      int cost = Rarity.of(text, end - length, end) + (there == null ? 0 : there.size());
      if (cost < least) {
        least = cost;
        best = end;
      }
    }
    return best;
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
