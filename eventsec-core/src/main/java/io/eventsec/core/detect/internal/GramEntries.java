package io.eventsec.core.detect.internal;

import java.util.List;

/**
 * Literals one behind the other, each with the characters beside the run that it is known by: they
 * tell most values apart that have the run and not the literal, before the literal has to be
 * fetched. Only changed while an index is made.
 */
final class GramEntries {
  private static final int LOW = 0xFFFF;
  private static final int HIGH = 16;

  private final int length;
  private final Literal[] literals;

  /** Where the run ends in the literal. */
  private final int[] ends;

  /** The characters before and after the run; 0 where the literal has none, and none is asked. */
  private final int[] beside;

  private final int[] masks;

  /** How many literals the run has whose first this is. */
  private final int[] counts;

  private int size;

  /**
   * Makes room.
   *
   * @param length of the runs
   * @param capacity how many literals there will be
   */
  GramEntries(int length, int capacity) {
    this.length = length;
    this.literals = new Literal[capacity];
    this.ends = new int[capacity];
    this.beside = new int[capacity];
    this.masks = new int[capacity];
    this.counts = new int[capacity];
  }

  /** Adds literals that are known by one run; returns where they begin. */
  int addAll(List<GramEntry> some) {
    int first = size;
    some.forEach(this::add);
    counts[first] = some.size();
    return first;
  }

  private void add(GramEntry entry) {
    String text = entry.literal().text();
    int start = entry.end() - length;
    boolean before = start > 0;
    boolean after = entry.end() < text.length();
    literals[size] = entry.literal();
    ends[size] = entry.end();
    masks[size] = (before ? LOW << HIGH : 0) | (after ? LOW : 0);
    beside[size] =
        (before ? text.charAt(start - 1) << HIGH : 0) | (after ? text.charAt(entry.end()) : 0);
    size++;
  }

  /** Tells which the value has of the literals that begin there, where the run ends before end. */
  void tell(int first, int end, ValueScan scan) {
    FoldedText text = scan.text();
    int before = end > length ? text.chars[end - length - 1] : 0;
    int around = before << HIGH | (end < text.length ? text.chars[end] : 0);
    int last = first + counts[first];
    for (int i = first; i < last; i++) {
      if ((around & masks[i]) == beside[i] && text.has(literals[i].text(), end - ends[i])) {
        scan.found(literals[i]);
      }
    }
  }
}
