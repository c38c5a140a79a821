package io.eventsec.core.correlate.internal;

/** A queue of longs in an array that grows up to a limit. */
final class LongRing {
  private final int limit;
  private long[] values = new long[1];
  private int first;
  private int size;

  LongRing(int limit) {
    this.limit = limit;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == limit;
  }

  long get(int index) {
    return values[slot(index)];
  }

  void add(long value) {
    if (size == values.length) {
      grow();
    }
    values[slot(size)] = value;
    size++;
  }

  void removeFirst() {
    first = slot(1);
    size--;
  }

  int bytes() {
    return 40 + Long.BYTES * values.length;
  }

  private int slot(int index) {
    int at = first + index;
    return at < values.length ? at : at - values.length;
  }

  private void grow() {
    long[] wider = new long[(int) Math.min(limit, 2L * values.length)];
    for (int i = 0; i < size; i++) {
      wider[i] = get(i);
    }
    values = wider;
    first = 0;
  }
}
