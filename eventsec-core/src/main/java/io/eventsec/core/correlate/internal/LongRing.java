package io.eventsec.core.correlate.internal;

/** A queue of longs in an array that grows up to a limit. */
class LongRing {
  private final int limit;
  private long[] values;
  private int first;
  private int size;

  LongRing(int limit) {
    this(1, limit);
  }

  LongRing(int atFirst, int limit) {
    this.limit = limit;
    this.values = new long[atFirst];
  }

  final int size() {
    return size;
  }

  final boolean isFull() {
    return size == limit;
  }

  final long get(int index) {
    return values[slot(index)];
  }

  final void add(long value) {
    if (size == values.length) {
      grow();
    }
    values[slot(size)] = value;
    size++;
  }

  final void removeFirst() {
    first = slot(1);
    size--;
  }

  final int bytes() {
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
