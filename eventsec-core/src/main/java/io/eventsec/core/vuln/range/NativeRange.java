package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads ranges as ecosystems write them: npm ({@code ^1.2 || 3.x}), Conan, RubyGems ({@code ~>
 * 2.0}), NuGet and Maven ({@code [1.0,2.0)}), nginx ({@code 1.5.0+}), OpenSSL and PyPI (lists).
 */
public final class NativeRange {
  private static final int LONGEST = 4096;

  private NativeRange() {}

  /**
   * Reads one.
   *
   * @param name of the versioning scheme of VERS, lower case
   * @param text the range as it is written there, at most 4,096 characters
   * @throws IllegalArgumentException if the scheme is not known, or the text no range of it
   */
  public static VersRange parse(String name, String text) {
    Optional<VersionScheme> scheme = VersionScheme.ofVers(name);
    if (scheme.isEmpty()) {
      throw new IllegalArgumentException("The versioning scheme '" + name + "' is not known");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The range '"
              + text.substring(0, 50)
              + "…' has "
              + text.length()
              + " characters; write at most "
              + LONGEST);
    }
    Constraints found = new Constraints(scheme.get());
    switch (name) {
      case "npm" -> NpmRange.read(text, found);
      case "conan" -> ConanRange.read(text, found);
      case "gem" -> lists(text, found, NativeRange::gem);
      case "nuget", "maven" -> Intervals.read(text, found);
      case "nginx" -> lists(text, found, NativeRange::nginx);
      default -> lists(text, found, NativeRange::plain);
    }
    return new VersRange(name, scheme.get(), found.all);
  }

  /** One constraint of a list. */
  @FunctionalInterface
  private interface Part {
    void read(String text, Constraints found);
  }

  /** Collects constraints. Not thread-safe. */
  static final class Constraints {
    private final VersionScheme scheme;
    private final List<Constraint> all = new ArrayList<>();

    Constraints(VersionScheme scheme) {
      this.scheme = scheme;
    }

    void add(Comparator comparator, String version) {
      try {
        all.add(new Constraint(comparator, scheme.parse(version)));
      } catch (UnreadableVersionException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }

    void between(String from, String to) {
      add(Comparator.GREATER_OR_EQUAL, from);
      add(Comparator.LESS, to);
    }
  }

  private static void lists(String text, Constraints found, Part part) {
    for (String one : text.split(",")) {
      part.read(one.strip(), found);
    }
  }

  private static void plain(String text, Constraints found) {
    Comparator comparator = Comparator.leading(text);
    String version = text.startsWith("==") ? text.substring(2) : withoutSign(text, comparator);
    found.add(comparator, version.strip());
  }

  static String withoutSign(String text, Comparator comparator) {
    return text.startsWith(comparator.sign()) ? text.substring(comparator.sign().length()) : text;
  }

  private static void gem(String text, Constraints found) {
    if (!text.startsWith("~>")) {
      plain(text, found);
      return;
    }
    String version = text.substring(2).strip();
    found.between(version, Numbers.of(version).withoutLast().bumped());
  }

  /** {@code 1.5.0+} is that version and newer ones of its branch. */
  private static void nginx(String text, Constraints found) {
    int dash = text.indexOf('-');
    if (text.endsWith("+")) {
      String version = text.substring(0, text.length() - 1);
      Numbers numbers = Numbers.of(version);
      boolean mainline = numbers.isOdd(1);
      found.add(Comparator.GREATER_OR_EQUAL, version);
      if (!mainline) {
        found.add(Comparator.LESS, numbers.first(2).bumped() + ".0");
      }
    } else if (dash > 0) {
      found.add(Comparator.GREATER_OR_EQUAL, text.substring(0, dash));
      found.add(Comparator.LESS_OR_EQUAL, text.substring(dash + 1));
    } else {
      found.add(Comparator.EQUAL, text);
    }
  }
}
