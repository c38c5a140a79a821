package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.version.Version;

/** A comparator and a version. Constraints are in order of versions, then of comparators. */
public record Constraint(Comparator comparator, Version version) implements Comparable<Constraint> {

  @Override
  public int compareTo(Constraint other) {
    int byVersion = version.compareTo(other.version);
    return byVersion != 0 ? byVersion : comparator.compareTo(other.comparator);
  }

  boolean holds(Version tested) {
    return comparator.holds(tested.compareTo(version));
  }
}
