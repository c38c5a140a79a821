package io.eventsec.search.internal;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A dotted name, taken apart once.
 *
 * @param name as it came
 * @param segments its parts; none if it cannot be a path of objects
 * @param kind how it is mapped
 */
record FieldPath(String name, SerializedString[] segments, Kind kind)
    implements Comparable<FieldPath> {
  private static final int DEEPEST = 10;
  private static final int LONGEST = 256;
  private static final int REMEMBERED = 10_000;
  private static final ConcurrentHashMap<String, FieldPath> KNOWN = new ConcurrentHashMap<>();

  /** The path of that name. */
  static FieldPath of(String name) {
    FieldPath known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    FieldPath made = new FieldPath(name, split(name), EcsTypes.kind(name));
    // Bounded: names may come from senders, and a full table only costs time.
    if (KNOWN.size() < REMEMBERED) {
      KNOWN.put(name, made);
    }
    return made;
  }

  /** True if it can be written as nested objects. */
  boolean isPath() {
    return segments.length > 0;
  }

  /** True if this is an object in which the other is. */
  boolean contains(FieldPath other) {
    return segments.length < other.segments.length && sharedWith(other) == segments.length;
  }

  /** How many leading segments both have. */
  int sharedWith(FieldPath other) {
    int most = Math.min(segments.length, other.segments.length);
    int shared = 0;
    while (shared < most && same(segments[shared], other.segments[shared])) {
      shared++;
    }
    return shared;
  }

  /** Segment by segment, so that an object's fields stand together and behind its own name. */
  @Override
  public int compareTo(FieldPath other) {
    int shared = sharedWith(other);
    if (shared == segments.length || shared == other.segments.length) {
      return Integer.compare(segments.length, other.segments.length);
    }
    return segments[shared].getValue().compareTo(other.segments[shared].getValue());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  private static boolean same(SerializedString a, SerializedString b) {
    return a.getValue().equals(b.getValue());
  }

  private static SerializedString[] split(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length > DEEPEST || name.length() > LONGEST) {
      return new SerializedString[0];
    }
    SerializedString[] segments = new SerializedString[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isBlank() || hasLoneSurrogate(parts[i])) {
        return new SerializedString[0];
      }
      segments[i] = new SerializedString(parts[i]);
    }
    return segments;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
