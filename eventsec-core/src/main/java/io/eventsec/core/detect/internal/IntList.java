package io.eventsec.core.detect.internal;

import java.util.Arrays;

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

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
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
