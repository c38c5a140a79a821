package io.eventsec.core.vuln;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what is written of a distribution's release to one form. */
final class Releases {
  /** Debian's names of releases, from its wiki. */
  private static final Map<String, String> DEBIAN =
      Map.ofEntries(
          Map.entry("woody", "3.0"),
          Map.entry("sarge", "3.1"),
          Map.entry("etch", "4"),
          Map.entry("lenny", "5"),
          Map.entry("squeeze", "6"),
          Map.entry("wheezy", "7"),
          Map.entry("jessie", "8"),
          Map.entry("stretch", "9"),
          Map.entry("buster", "10"),
          Map.entry("bullseye", "11"),
          Map.entry("bookworm", "12"),
          Map.entry("trixie", "13"),
          Map.entry("forky", "14"),
          Map.entry("duke", "15"));

  /**
   * Ubuntu's, of the releases with long support, and those that were in use when this was written.
   */
  private static final Map<String, String> UBUNTU =
      Map.ofEntries(
          Map.entry("trusty", "14.04"),
          Map.entry("xenial", "16.04"),
          Map.entry("bionic", "18.04"),
          Map.entry("focal", "20.04"),
          Map.entry("jammy", "22.04"),
          Map.entry("noble", "24.04"),
          Map.entry("oracular", "24.10"),
          Map.entry("plucky", "25.04"),
          Map.entry("questing", "25.10"),
          Map.entry("resolute", "26.04"));

  private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern SUSE = Pattern.compile("(\\d+)(?:[ .]?-?SP(\\d+)|\\.(\\d+))?");

  private Releases() {}

  /**
   * One form of a release.
   *
   * @param ecosystem the distribution, as the OSV schema names it
   * @param release as advisories, package URLs or {@code os-release} write it
   */
  static String of(String ecosystem, String release) {
    return switch (ecosystem) {
      case "Debian" -> debian(release);
      case "Ubuntu" -> ubuntu(release);
      case "Alpine", "Alpaquita", "BellSoft Hardened Containers" -> "v" + first(NUMBERS, release);
      case "AlmaLinux", "Rocky Linux", "Red Hat", "Mageia", "Azure Linux" ->
          major(first(NUMBERS, release));
      case "Photon OS", "openSUSE" -> first(NUMBERS, release);
      case "SUSE" -> suse(release);
      case "openEuler" -> release;
      // Of language ecosystems what is behind the colon is a registry, which names do not depend
      // on.
      default -> "";
    };
  }

  private static String debian(String release) {
    String named = DEBIAN.get(release);
    if (named != null) {
      return named;
    }
    String numbers = first(NUMBERS, release);
    // Until 3.1 the second number told releases apart, later it only counts updates.
    return numbers.startsWith("3.") ? numbers : major(numbers);
  }

  private static String ubuntu(String release) {
    String numbers = UBUNTU.getOrDefault(release, first(NUMBERS, release));
    // Certified builds are other packages of the same names.
    return release.contains("FIPS") ? "FIPS " + numbers : numbers;
  }

  private static String suse(String release) {
    Matcher found = SUSE.matcher(release);
    String last = release;
    while (found.find()) {
      String pack = found.group(2) != null ? found.group(2) : found.group(3);
      last = pack == null ? found.group(1) : found.group(1) + " SP" + pack;
    }
    return last;
  }

  private static String major(String numbers) {
    int dot = numbers.indexOf('.');
    return dot < 0 ? numbers : numbers.substring(0, dot);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group() : text;
  }
}
