package io.eventsec.core.detect.internal;

/** Few out of many numbers; emptied at the cost of the few. For one thread. */
final class NumberSet {
  /** The low bits of a number tell its place in a word, the others the word. */
  static final int WORD = 6;

  private final long[] bits;
  private final IntList members = new IntList();

  /** For numbers from 0 to below {@code size}. */
  NumberSet(int size) {
    bits = new long[size / Long.SIZE + 1];
  }

  boolean has(int number) {
    return (bits[number >>> WORD] >>> number & 1) != 0;
  }

  /** The numbers of that word as bits. */
  long word(int word) {
    return bits[word];
  }

  /** True if it was not there. */
  boolean add(int number) {
    if (has(number)) {
      return false;
    }
    bits[number >>> WORD] |= 1L << number;
    members.add(number);
    return true;
  }

  void addAll(int[] numbers) {
    for (int number : numbers) {
      add(number);
    }
  }

  /** In the order they came, or in ascending order after {@link #sort}. */
  int get(int place) {
    return members.get(place);
  }

  /** The place of a number in the order they came; -1 if it is not there. */
  int placeOf(int number) {
    return members.indexOf(number);
  }

  int size() {
    return members.size();
  }

  void sort() {
    members.sort();
  }

  void clear() {
    for (int i = 0; i < members.size(); i++) {
      bits[members.get(i) >>> WORD] = 0;
    }
    members.clear();
  }
}
