package io.eventsec.core.correlate.internal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that tell one group of events from another, in the order of {@code group-by}. Kept as
 * one text, since most of the time that events take is spent on fetching the keys to compare.
 */
public final class GroupKey {
  /** Not known outside, so that nobody can send values that share a hash. */
  private static final long SEED = new SecureRandom().nextLong() | 1;

  /** The only group of a correlation without {@code group-by}. */
  static final GroupKey ALL = new GroupKey();

  private static final int BYTES = 100;

  private final String joined;
  private final int size;
  private final int hash;

  GroupKey(String... values) {
    this.joined = values.length == 1 ? values[0] : join(values);
    this.size = values.length;
    this.hash = hash(joined);
  }

  private static String join(String[] values) {
    StringBuilder text = new StringBuilder();
    for (String value : values) {
      text.append(value.length()).append(':').append(value);
    }
    return text.toString();
  }

  private static int hash(String text) {
    long mixed = SEED;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * SEED;
      mixed ^= mixed >>> 29;
    }
    return (int) (mixed ^ mixed >>> 32);
  }

  /** The values. */
  public List<String> values() {
    if (size == 1) {
      return List.of(joined);
    }
    List<String> values = new ArrayList<>(size);
    for (int from = 0; from < joined.length(); ) {
      int colon = joined.indexOf(':', from);
      int end = colon + 1 + Integer.parseInt(joined, from, colon, 10);
      values.add(joined.substring(colon + 1, end));
      from = end;
    }
    return values;
  }

  String value(int index) {
    return values().get(index);
  }

  int size() {
    return size;
  }

  /** The values as one text, no two groups of as many values alike. */
  String joined() {
    return joined;
  }

  /** Bytes that it takes in memory, about. */
  int bytes() {
    return BYTES + joined.length();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupKey that
        && hash == that.hash
        && size == that.size
        && joined.equals(that.joined);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
