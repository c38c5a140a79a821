package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A version of nobody knows what: runs of digits and of letters. In one place, words of unfinished
 * releases come before nothing and zero, those before other words, those before numbers.
 */
final class GenericVersion extends Version {
  private static final Set<String> UNFINISHED =
      Set.of(
          "alpha", "beta", "dev", "ea", "milestone", "nightly", "pre", "preview", "rc", "snapshot");

  private final List<String> parts;

  private GenericVersion(VersionScheme scheme, String text, List<String> parts) {
    super(scheme, text);
    this.parts = parts;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> parts = new ArrayList<>();
    int at = lower.startsWith("v") ? 1 : 0;
    while (at < lower.length()) {
      int end = Digits.end(lower, at);
      end = end > at ? end : Digits.lettersEnd(lower, at);
      if (end > at) {
        boolean numberFollows = end < lower.length() && Digits.isDigit(lower.charAt(end));
        parts.add(numberFollows ? word(lower.substring(at, end)) : lower.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    if (parts.stream().noneMatch(Digits::isNumber)) {
      throw new UnreadableVersionException(scheme, text, "there is no number in it");
    }
    return new GenericVersion(scheme, text, parts);
  }

  /** One letter behind a number is a patch, {@code 1.0.2a}, unless a number follows it. */
  private static String word(String letters) {
    return switch (letters) {
      case "a" -> "alpha";
      case "b" -> "beta";
      case "m" -> "milestone";
      default -> letters;
    };
  }

  @Override
  int compareSame(Version other) {
    return Sequences.comparePadded(
        parts, ((GenericVersion) other).parts, "", GenericVersion::compare);
  }

  private static int compare(String a, String b) {
    int rankA = rank(a);
    int byRank = Integer.compare(rankA, rank(b));
    if (byRank != 0 || rankA == 0) {
      return byRank;
    }
    return Digits.isNumber(a) ? Digits.compare(a, b) : a.compareTo(b);
  }

  private static int rank(String part) {
    if (part.isEmpty() || Digits.isNumber(part) && Digits.significant(part).isEmpty()) {
      return 0;
    }
    if (Digits.isNumber(part)) {
      return 2;
    }
    return UNFINISHED.contains(part) ? -1 : 1;
  }
}
