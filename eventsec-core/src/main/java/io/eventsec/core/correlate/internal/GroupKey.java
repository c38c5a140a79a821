package io.eventsec.core.correlate.internal;

import java.util.Arrays;
import java.util.List;

/** The values that tell one group of events from another, in the order of {@code group-by}. */
public final class GroupKey {
  /** The only group of a correlation without {@code group-by}. */
  static final GroupKey ALL = new GroupKey();

  private final String[] values;
  private final int hash;

  GroupKey(String... values) {
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  /** The values. */
  public List<String> values() {
    return List.of(values);
  }

  String value(int index) {
    return values[index];
  }

  int size() {
    return values.length;
  }

  /** Bytes that it takes in memory, about. */
  int bytes() {
    int bytes = 40;
    for (String value : values) {
      bytes += 60 + value.length();
    }
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupKey that
        && hash == that.hash
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
