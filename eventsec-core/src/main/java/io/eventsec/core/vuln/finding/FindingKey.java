package io.eventsec.core.vuln.finding;

import java.util.Comparator;

/**
 * What makes two findings on an asset the same.
 *
 * @param component the row of the component, one stay of it on the asset
 * @param vulnerability its id
 */
public record FindingKey(long component, String vulnerability) implements Comparable<FindingKey> {
  private static final Comparator<FindingKey> ORDER =
      Comparator.comparing(FindingKey::vulnerability).thenComparing(FindingKey::component);

  /** By vulnerability, then by component. */
  @Override
  public int compareTo(FindingKey other) {
    return ORDER.compare(this, other);
  }
}
