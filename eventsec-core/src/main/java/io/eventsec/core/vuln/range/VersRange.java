package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A range of the VERS specification: {@code vers:npm/>=1.0.0|<2.0.0}. Immutable and thread-safe.
 *
 * @param name of the versioning scheme, lower case
 * @param scheme how its versions compare
 * @param constraints in order; empty if every version is within
 */
public record VersRange(String name, VersionScheme scheme, List<Constraint> constraints)
    implements VersionRange {
  private static final String START = "vers:";
  private static final int LONGEST = 64 * 1024;

  /** Brings the constraints into their order. */
  public VersRange {
    constraints = constraints.stream().sorted().toList();
  }

  /**
   * Reads a range, its constraints in any order.
   *
   * @param text at most 65,536 characters
   * @throws IllegalArgumentException naming what is wrong with it, and the rule
   */
  public static VersRange parse(String text) {
    return read(text.replace(" ", ""));
  }

  /**
   * Reads a range that is to be in canonical form.
   *
   * @throws IllegalArgumentException naming what is wrong with it, or not canonical
   */
  public static VersRange parseCanonical(String text) {
    CanonicalVers.check(text);
    VersRange range = read(text);
    if (!range.toString().equals(text)) {
      throw new IllegalArgumentException(
          "non-canonical VERS: constraints are not sorted by version, or not written as in "
              + range);
    }
    return range;
  }

  private static VersRange read(String text) {
    int slash = text.indexOf('/');
    if (!text.regionMatches(true, 0, START, 0, START.length()) || slash < 0) {
      throw wrong(text, "write vers:scheme/constraints");
    }
    if (text.length() > LONGEST) {
      throw wrong(text.substring(0, 50) + "…", "at most " + LONGEST + " characters");
    }
    String name = text.substring(START.length(), slash).toLowerCase(Locale.ROOT);
    Optional<VersionScheme> scheme = VersionScheme.ofVers(name);
    if (scheme.isEmpty()) {
      throw wrong(text, "the versioning scheme '" + name + "' is not known");
    }
    List<Constraint> constraints = new ArrayList<>();
    String rest = text.substring(slash + 1);
    if (!rest.equals("*")) {
      for (String part : rest.split("\\|", -1)) {
        if (!part.isEmpty()) {
          constraints.add(constraint(scheme.get(), part));
        }
      }
      if (constraints.isEmpty()) {
        throw wrong(text, "there is no constraint; write * for all versions");
      }
    }
    return new VersRange(name, scheme.get(), constraints);
  }

  private static Constraint constraint(VersionScheme scheme, String text) {
    Comparator comparator = Comparator.leading(text);
    String version =
        text.startsWith(comparator.sign()) ? text.substring(comparator.sign().length()) : text;
    try {
      return new Constraint(comparator, scheme.parse(VersText.decoded(version)));
    } catch (UnreadableVersionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static IllegalArgumentException wrong(String text, String rule) {
    return new IllegalArgumentException("'" + text + "' is no range of VERS: " + rule);
  }

  @Override
  public boolean contains(Version version) {
    if (constraints.isEmpty()) {
      return true;
    }
    List<Constraint> ends = new ArrayList<>();
    boolean onlyExcluded = true;
    for (Constraint constraint : constraints) {
      if (constraint.comparator() == Comparator.NOT_EQUAL) {
        if (!constraint.holds(version)) {
          return false;
        }
      } else {
        onlyExcluded = false;
        if (constraint.comparator() != Comparator.EQUAL) {
          ends.add(constraint);
        } else if (constraint.holds(version)) {
          return true;
        }
      }
    }
    return onlyExcluded || within(ends, version);
  }

  /** Ends that open and close in turn; of several that open, or close, the widest counts. */
  private static boolean within(List<Constraint> ends, Version version) {
    for (int i = 0; i < ends.size(); i++) {
      Constraint end = ends.get(i);
      boolean opens = end.comparator().isLower();
      Constraint next = i + 1 < ends.size() ? ends.get(i + 1) : null;
      if (!opens && i == 0 && lastClosing(ends, 0).holds(version)) {
        return true;
      }
      if (opens && end.holds(version)) {
        Constraint closing = lastClosing(ends, i + 1);
        if (next == null || closing == end || !closing.comparator().isUpper()) {
          return true;
        }
        if (closing.holds(version)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The last of the closing ends that follow each other from there on, opening ones left out. */
  private static Constraint lastClosing(List<Constraint> ends, int from) {
    int at = from;
    while (at < ends.size() && ends.get(at).comparator().isLower()) {
      at++;
    }
    if (at == ends.size()) {
      return ends.get(Math.max(0, from - 1));
    }
    while (at + 1 < ends.size() && ends.get(at + 1).comparator().isUpper()) {
      at++;
    }
    return ends.get(at);
  }

  @Override
  public Optional<Version> endBehind(Version version) {
    return constraints.stream()
        .filter(end -> end.comparator() == Comparator.LESS && end.holds(version))
        .map(Constraint::version)
        .findFirst();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return START
        + name
        + '/'
        + (constraints.isEmpty()
            ? "*"
            : constraints.stream().map(VersText::of).collect(Collectors.joining("|")));
  }
}
