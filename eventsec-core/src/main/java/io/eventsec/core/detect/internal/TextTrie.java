package io.eventsec.core.detect.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Literals that a value starts with, ends with or is, walked character by character from one end
 * until none is left that could still be there. The edges of all nodes are one hash table.
 * Immutable.
 */
final class TextTrie {
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int CHAR_BITS = 16;

  private final boolean fromEnd;
  private final long[] edges;
  private final int[] targets;
  private final int shift;
  private final @Nullable Literal[] open;
  private final @Nullable Literal[] whole;

  /**
   * Builds one.
   *
   * @param fromEnd whether it walks from the end of the value
   * @param open literals beside which the value may go on
   * @param whole literals that are all of the value
   */
  TextTrie(boolean fromEnd, Collection<Literal> open, Collection<Literal> whole) {
    this.fromEnd = fromEnd;
    Map<Long, Integer> nodes = new HashMap<>();
    Map<Integer, Literal> openAt = new HashMap<>();
    Map<Integer, Literal> wholeAt = new HashMap<>();
    open.forEach(literal -> openAt.put(path(literal.text(), nodes), literal));
    whole.forEach(literal -> wholeAt.put(path(literal.text(), nodes), literal));
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(nodes.size() * 2, 2));
    this.shift = Long.SIZE - bits;
    this.edges = new long[1 << bits];
    this.targets = new int[1 << bits];
    nodes.forEach(this::edge);
    this.open = placed(openAt, nodes.size() + 1);
    this.whole = placed(wholeAt, nodes.size() + 1);
  }

  private int path(String text, Map<Long, Integer> nodes) {
    int node = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(fromEnd ? text.length() - 1 - i : i);
      int next = nodes.size() + 1;
      Integer known = nodes.putIfAbsent(key(node, c), next);
      node = known == null ? next : known;
    }
    return node;
  }

  private static @Nullable Literal[] placed(Map<Integer, Literal> literals, int size) {
    @Nullable Literal[] placed = new Literal[literals.isEmpty() ? 0 : size];
    literals.forEach((node, literal) -> placed[node] = literal);
    return placed;
  }

  /** Never 0, which is an empty place. */
  private static long key(int node, char c) {
    return ((long) node << CHAR_BITS | c) + 1;
  }

  private void edge(long key, int target) {
    int place = (int) (key * MIX >>> shift);
    while (edges[place] != 0) {
      place = place + 1 & edges.length - 1;
    }
    edges[place] = key;
    targets[place] = target;
  }

  private int follow(int node, char c) {
    long key = key(node, c);
    int place = (int) (key * MIX >>> shift);
    while (edges[place] != key) {
      if (edges[place] == 0) {
        return -1;
      }
      place = place + 1 & edges.length - 1;
    }
    return targets[place];
  }

  /** Tells what the value has. */
  void look(ValueScan scan) {
    FoldedText text = scan.text();
    char[] chars = text.chars;
    int length = text.length;
    int node = 0;
    for (int i = 0; i < length; i++) {
      if (open.length > 0) {
        tell(open[node], scan);
      }
      node = follow(node, chars[fromEnd ? length - 1 - i : i]);
      if (node < 0) {
        return;
      }
    }
    if (open.length > 0) {
      tell(open[node], scan);
    }
    if (whole.length > 0) {
      tell(whole[node], scan);
    }
  }

  private static void tell(@Nullable Literal literal, ValueScan scan) {
    if (literal != null) {
      scan.found(literal);
    }
  }
}
