package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 1.2.3-alpha.1+build} of Semantic Versioning 2.0.0, and what resembles it: any count of
 * numbers, missing ones zero; a leading {@code v}; a word right behind the last number begins the
 * pre-release.
 */
final class SemanticVersion extends Version {
  private static final Pattern PACKAGED =
      Pattern.compile("(v?[0-9]+(?:\\.[0-9]+)*)-[1-9][0-9]{0,3}");

  private final List<String> numbers;
  private final List<String> preRelease;

  /** Empty where builds do not count. */
  private final List<String> build;

  private SemanticVersion(
      VersionScheme scheme,
      String text,
      List<String> numbers,
      List<String> preRelease,
      List<String> build) {
    super(scheme, text);
    this.numbers = numbers;
    this.preRelease = preRelease;
    this.build = build;
  }

  static Version semver(VersionScheme scheme, String text) throws UnreadableVersionException {
    return parse(scheme, text, text, false);
  }

  /**
   * Advisories speak of what is packaged: {@code 2.3.1-7} is the seventh packaging of {@code
   * 2.3.1}. What is called {@code 2.3.1-0} is before it, as in Semantic Versioning.
   */
  static Version bitnami(VersionScheme scheme, String text) throws UnreadableVersionException {
    Matcher packaged = PACKAGED.matcher(text);
    return parse(scheme, text, packaged.matches() ? packaged.group(1) : text, false);
  }

  static Version pub(VersionScheme scheme, String text) throws UnreadableVersionException {
    return parse(scheme, text, text, true);
  }

  static Version nuget(VersionScheme scheme, String text) throws UnreadableVersionException {
    return parse(scheme, text, text.toLowerCase(Locale.ROOT), false);
  }

  private static Version parse(VersionScheme scheme, String text, String compared, boolean builds)
      throws UnreadableVersionException {
    int at = compared.startsWith("v") || compared.startsWith("V") ? 1 : 0;
    List<String> numbers = new ArrayList<>();
    int end = numbers(compared, at, numbers);
    if (numbers.isEmpty()) {
      throw new UnreadableVersionException(
          scheme, text, "it does not begin with a number; write 1.2.3");
    }
    int plus = compared.indexOf('+', end);
    String rest = plus < 0 ? compared.substring(end) : compared.substring(end, plus);
    if (rest.startsWith(".")) {
      throw new UnreadableVersionException(
          scheme, text, "no number comes after " + text.substring(0, end + 1));
    }
    String preRelease = rest.startsWith("-") ? rest.substring(1) : rest;
    return new SemanticVersion(
        scheme,
        text,
        numbers,
        rest.isEmpty() ? List.of() : Identifiers.of(preRelease),
        plus < 0 || !builds ? List.of() : Identifiers.of(compared.substring(plus + 1)));
  }

  /** Reads numbers with dots between them; tells where they end. */
  private static int numbers(String text, int from, List<String> numbers) {
    int at = from;
    while (true) {
      int end = Digits.end(text, at);
      if (end == at) {
        return numbers.isEmpty() ? at : at - 1;
      }
      numbers.add(Digits.significant(text.substring(at, end)));
      if (end >= text.length() || text.charAt(end) != '.') {
        return end;
      }
      at = end + 1;
    }
  }

  @Override
  int compareSame(Version other) {
    SemanticVersion that = (SemanticVersion) other;
    int byNumbers = Sequences.comparePadded(numbers, that.numbers, "", Digits::compare);
    if (byNumbers != 0) {
      return byNumbers;
    }
    if (preRelease.isEmpty() != that.preRelease.isEmpty()) {
      return preRelease.isEmpty() ? 1 : -1;
    }
    int byPreRelease = Identifiers.compare(preRelease, that.preRelease);
    return byPreRelease != 0 ? byPreRelease : Identifiers.compare(build, that.build);
  }
}
