package io.eventsec.core.detect.internal;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers in the order they came, without an object for each. For one thread. */
final class IntList {
  private static final int FIRST_CAPACITY = 64;

  private int[] numbers = new int[FIRST_CAPACITY];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  void addAll(int[] more) {
    for (int number : more) {
      add(number);
    }
  }

  /** Those that are in the set. */
  int[] filtered(BitSet set) {
    int[] found = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (set.get(numbers[i])) {
        found[count++] = numbers[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }

  /** The place of the first that is the number; -1 if none is. */
  int indexOf(int number) {
    for (int i = 0; i < size; i++) {
      if (numbers[i] == number) {
        return i;
      }
    }
    return -1;
  }

  int get(int place) {
    return numbers[place];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void sort() {
    Arrays.sort(numbers, 0, size);
  }
}
