package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.template.MessageTemplate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of hundreds of shapes a message may have: each is known by four characters in a row that
 * all its messages have somewhere, so that one pass over the message finds the few that are worth a
 * try. Immutable.
 */
final class ShapeIndex {
  private static final int RUN = 4;
  private static final int MIX = 0x9E3779B1;
  private static final int FEWEST_BITS = 4;

  /** So few of the bits are set that a run which nothing is known by is seldom looked for. */
  private static final int FILTER_BITS = 15;

  /** Shapes without four characters in a row that stand fast. */
  private final BitSet always = new BitSet();

  /** By place: a run, and the shapes that are known by it; null where there is none. */
  private final int[] runs;

  private final @Nullable BitSet[] shapes;
  private final int shift;

  /** A bit for each run that shapes are known by; small enough for the nearest cache. */
  private final long[] filter = new long[1 << FILTER_BITS - 6];

  ShapeIndex(List<MessageTemplate> templates) {
    Map<Integer, Integer> counts = new HashMap<>();
    templates.forEach(
        template -> runs(template).forEach(run -> counts.merge(run, 1, Integer::sum)));
    int bits =
        Math.max(FEWEST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(templates.size()) + 2);
    this.shift = Integer.SIZE - bits;
    this.runs = new int[1 << bits];
    this.shapes = new BitSet[1 << bits];
    for (int i = 0; i < templates.size(); i++) {
      add(i, runs(templates.get(i)), counts);
    }
  }

  private static Set<Integer> runs(MessageTemplate template) {
    Set<Integer> runs = new HashSet<>();
    for (String literal : template.literals()) {
      int run = 0;
      for (int i = 0; i < literal.length(); i++) {
        run = shift(run, literal.charAt(i));
        if (i >= RUN - 1) {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  private static int shift(int run, char next) {
    return run << Byte.SIZE | next & 0xFF;
  }

  /** Known by the run that fewest others have. */
  private void add(int shape, Set<Integer> of, Map<Integer, Integer> counts) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int run : of) {
      int count = counts.getOrDefault(run, 0);
      if (count < least || count == least && run < best) {
        best = run;
        least = count;
      }
    }
    if (of.isEmpty()) {
      always.set(shape);
    } else {
      known(best).set(shape);
    }
  }

  private BitSet known(int run) {
    int bit = filterBit(run);
    filter[bit >>> 6] |= 1L << bit;
    int place = run * MIX >>> shift;
    BitSet there = shapes[place];
    while (there != null && runs[place] != run) {
      place = place + 1 & runs.length - 1;
      there = shapes[place];
    }
    if (there == null) {
      there = new BitSet();
      shapes[place] = there;
      runs[place] = run;
    }
    return there;
  }

  /** The numbers of the shapes that the message may have; the caller's own. */
  BitSet of(String message) {
    BitSet found = (BitSet) always.clone();
    int run = 0;
    for (int i = 0; i < message.length(); i++) {
      run = shift(run, message.charAt(i));
      int bit = filterBit(run);
      if ((filter[bit >>> 6] >>> bit & 1) != 0) {
        add(run, found);
      }
    }
    return found;
  }

  private static int filterBit(int run) {
    return run * MIX >>> Integer.SIZE - FILTER_BITS;
  }

  private void add(int run, BitSet found) {
    int place = run * MIX >>> shift;
    for (BitSet there = shapes[place]; there != null; there = shapes[place]) {
      if (runs[place] == run) {
        found.or(there);
        return;
      }
      place = place + 1 & runs.length - 1;
    }
  }
}
