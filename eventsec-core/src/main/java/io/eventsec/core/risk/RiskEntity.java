package io.eventsec.core.risk;

import io.eventsec.core.alert.Entities;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that collects risk.
 *
 * @param kind what it is
 * @param name its name, 1 to 255 characters; of a host in lower case without dots at its end, since
 *     DNS names are the same in any case (RFC 4343). Names of users stay as they are, because there
 *     are systems on which {@code Bob} and {@code bob} are two
 */
public record RiskEntity(EntityKind kind, String name) implements Comparable<RiskEntity> {
  /** Of each kind an alert counts for so many; those that it names after them get nothing. */
  public static final int MOST_OF_KIND = 32;

  /** The characters that a name may have; one that is longer names nothing that people know. */
  public static final int MOST_CHARACTERS = 255;

  private static final Comparator<RiskEntity> ORDER =
      Comparator.comparing(RiskEntity::kind).thenComparing(RiskEntity::name);

  /**
   * Brings the name to its one spelling.
   *
   * @throws IllegalArgumentException if it is empty or too long
   */
  public RiskEntity {
    name = spelled(kind, name);
    if (!isUsable(name)) {
      throw new IllegalArgumentException(
          "Name of a "
              + kind.lowerCase()
              + " of "
              + name.length()
              + " characters: use 1 to "
              + MOST_CHARACTERS);
    }
  }

  /**
   * Who and what an alert is about: of each kind the first {@value #MOST_OF_KIND}, without repeats
   * and without names that are too long.
   */
  public static List<RiskEntity> of(Entities entities) {
    return Stream.of(
            of(EntityKind.HOST, entities.hosts()),
            of(EntityKind.USER, entities.users()),
            of(EntityKind.ADDRESS, entities.addresses()))
        .flatMap(List::stream)
        .toList();
  }

  /** The first {@value #MOST_OF_KIND} of some names, in the same way. */
  static List<RiskEntity> of(EntityKind kind, List<String> names) {
    return names.stream()
        .filter(name -> isUsable(spelled(kind, name)))
        .map(name -> new RiskEntity(kind, name))
        .distinct()
        .limit(MOST_OF_KIND)
        .toList();
  }

  private static String spelled(EntityKind kind, String name) {
    if (kind == EntityKind.USER) {
      return name;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    int end = lower.length();
    while (kind == EntityKind.HOST && end > 0 && lower.charAt(end - 1) == '.') {
      end--;
    }
    return lower.substring(0, end);
  }

  private static boolean isUsable(String name) {
    return !name.isEmpty() && name.length() <= MOST_CHARACTERS;
  }

  @Override
  public int compareTo(RiskEntity other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.lowerCase() + ' ' + name;
  }
}
