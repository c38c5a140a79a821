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

  private static final Pattern OTHER_BUILDS =
      Pattern.compile("FIPS|Realtime|BlueField|Raspi", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern SUSE = Pattern.compile("(\\d+)(?:[ .]?-?SP(\\d+)|\\.(\\d+))?");

  private static final String BESIDE = "beside ";

  /** Red Hat's names of its operating system: with fixes for longer, for one minor release. */
  private static final Pattern RED_HAT =
      Pattern.compile(
          "(?:enterprise_linux|rhel)(?:_(?:eus|aus|tus|e4s|els|extras|eus_long_life))?:.*");

  private static final Pattern EL = Pattern.compile("(?:^|:)el(\\d+)");

  private Releases() {}

  /** True if a distribution publishes builds of its own beside its releases. */
  static boolean hasBeside(String ecosystem) {
    return ecosystem.equals("Red Hat") || ecosystem.equals("Ubuntu");
  }

  /** What is published beside a release. */
  static String beside(String release) {
    return BESIDE + release;
  }

  static boolean isBeside(String release) {
    return release.startsWith(BESIDE);
  }

  static String besideWhat(String release) {
    return release.substring(BESIDE.length());
  }

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
      case "AlmaLinux", "Rocky Linux", "Oracle Linux", "Mageia", "Azure Linux" ->
          major(first(NUMBERS, release));
      case "Red Hat" -> redHat(release);
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
    // Certified builds, and those for some machines, are other packages of the same names.
    return OTHER_BUILDS.matcher(release).find() ? beside(numbers) : numbers;
  }

  /**
   * {@code enterprise_linux:8::appstream}, {@code rhel_eus:8.4::baseos}: what the product is, and
   * its version. What is built for another product on top, {@code openshift:4.12::el8}, has
   * packages of the same names in other versions.
   */
  private static String redHat(String release) {
    if (release.indexOf(':') < 0 || RED_HAT.matcher(release).matches()) {
      return major(first(NUMBERS, release));
    }
    Matcher el = EL.matcher(release);
    return el.find() ? beside(el.group(1)) : release;
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
