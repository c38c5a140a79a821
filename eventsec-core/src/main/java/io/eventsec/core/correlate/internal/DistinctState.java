package io.eventsec.core.correlate.internal;

import java.util.Arrays;

/**
 * {@code value_count}: the values seen last and when, one more than the highest bound at most,
 * since no condition can tell larger numbers apart.
 */
final class DistinctState extends SampledState {
  private String[] values = new String[1];

  /** When each was seen last; ascending. */
  private long[] times = new long[1];

  private int size;
  private long valueBytes;

  DistinctState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
  }

  @Override
  void enter(Contribution contribution, long from) {
    drop(countBefore(from));
    for (String value : contribution.texts()) {
      see(value, contribution.stamp().time());
    }
  }

  @Override
  boolean holds(long from) {
    measured = size;
    return plan.goal().isReachedBy(measured);
  }

  private int countBefore(long from) {
    int count = 0;
    while (count < size && times[count] < from) {
      count++;
    }
    return count;
  }

  private void see(String value, long time) {
    int place = size - 1;
    while (place >= 0 && !values[place].equals(value)) {
      place--;
    }
    if (place >= 0) {
      remove(place);
    } else if (size == plan.goal().mostCounted()) {
      drop(1);
    }
    append(value, time);
  }

  private void append(String value, long time) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
    }
    values[size] = value;
    times[size] = time;
    size++;
    valueBytes += value.length();
  }

  private void remove(int place) {
    valueBytes -= values[place].length();
    size--;
    System.arraycopy(values, place + 1, values, place, size - place);
    System.arraycopy(times, place + 1, times, place, size - place);
  }

  private void drop(int count) {
    for (int i = 0; i < count; i++) {
      valueBytes -= values[i].length();
    }
    size -= count;
    System.arraycopy(values, count, values, 0, size);
    System.arraycopy(times, count, times, 0, size);
    Arrays.fill(values, size, size + count, "");
  }

  @Override
  int windowBytes() {
    int perValue = 70;
    return (int) Math.min(Integer.MAX_VALUE, valueBytes + (long) perValue * values.length)
        + super.windowBytes();
  }

  @Override
  void writeWindow(CellWriter out) {
    super.writeWindow(out);
    out.number(size);
    for (int i = 0; i < size; i++) {
      out.text(values[i]).number(lastTime - times[i]);
    }
  }

  @Override
  void readWindow(CellReader in) {
    super.readWindow(in);
    for (int left = in.count(); left > 0; left--) {
      append(in.text(), lastTime - in.number());
    }
  }
}
