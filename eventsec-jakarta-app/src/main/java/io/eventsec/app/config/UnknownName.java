package io.eventsec.app.config;

import io.eventsec.app.log.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something given under a name that looks like a setting's and is none: a typing error, most
 * likely.
 *
 * @param name as it was given
 * @param meant the name that comes nearest, if one comes near
 */
public record UnknownName(String name, Optional<String> meant) {
  /** Of {@code eventsec ship}, which may share its environment with the application. */
  private static final Set<String> OF_OTHER_PROGRAMS = Set.of("EVENTSEC_TOKEN");

  private static final int LONGEST_COMPARED = 100;
  private static final int FARTHEST = 4;

  /** Those among the names. */
  static List<UnknownName> among(Iterable<String> names) {
    Set<String> known =
        Settings.all().flatMap(setting -> setting.names().stream()).collect(Collectors.toSet());
    Set<String> sorted = new TreeSet<>();
    names.forEach(sorted::add);
    return sorted.stream()
        .filter(name -> name.startsWith("eventsec.") || name.startsWith("EVENTSEC_"))
        .filter(name -> !known.contains(name) && !OF_OTHER_PROGRAMS.contains(name))
        .map(name -> new UnknownName(name, nearest(name, known)))
        .toList();
  }

  /** For the log. */
  @Override
  public String toString() {
    return "No setting is called "
        + Printable.of(name)
        + ", so it has no effect"
        + meant
            .map(near -> "; did you mean " + near + "?")
            .orElse("; docs/CONFIGURATION.md lists them.");
  }

  private static Optional<String> nearest(String name, Set<String> known) {
    if (name.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    boolean variable = name.startsWith("EVENTSEC_");
    return known.stream()
        .filter(candidate -> candidate.startsWith("EVENTSEC_") == variable)
        .sorted()
        .min(Comparator.comparingInt(candidate -> EditDistance.of(name, candidate)))
        .filter(candidate -> EditDistance.of(name, candidate) <= FARTHEST);
  }
}
