package io.eventsec.core.vuln.version;

import org.jspecify.annotations.Nullable;

/**
 * A version that could be read, comparable with those of the same scheme. Two that compare as equal
 * are equal, however they are written: {@code 1.0} and {@code 1.0.0} of Maven. Immutable and
 * thread-safe.
 */
public abstract class Version implements Comparable<Version> {
  private final VersionScheme scheme;
  private final String text;

  Version(VersionScheme scheme, String text) {
    this.scheme = scheme;
    this.text = text;
  }

  /** By whose rules it compares. */
  public final VersionScheme scheme() {
    return scheme;
  }

  /** As it was written. */
  public final String text() {
    return text;
  }

  /** Compares with another of the same scheme, and so of the same class. */
  abstract int compareSame(Version other);

  /**
   * Which is the older.
   *
   * @throws IllegalArgumentException if the other is of another scheme
   */
  @Override
  public final int compareTo(Version other) {
    if (scheme != other.scheme) {
      throw new IllegalArgumentException(
          text + " is a version of " + scheme + ", " + other.text + " one of " + other.scheme);
    }
    return compareSame(other);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Version that && scheme == that.scheme && compareSame(that) == 0;
  }

  /** The same for all of a scheme, because what compares as equal can look different. */
  @Override
  public final int hashCode() {
    return scheme.hashCode();
  }

  @Override
  public final String toString() {
    return text;
  }
}
