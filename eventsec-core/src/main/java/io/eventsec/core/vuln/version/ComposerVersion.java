package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Composer makes of a version (four numbers, no build), compared as PHP's version_compare
 * does. A branch, {@code dev-main}, is older than any release.
 */
final class ComposerVersion extends Version {
  private static final List<List<String>> FORMS =
      List.of(
          List.of("dev"),
          List.of("alpha", "a"),
          List.of("beta", "b"),
          List.of("rc"),
          List.of("#"),
          List.of("pl", "p"));
  private static final int NUMBER = 4;
  private static final int MOST_NUMBERS = 4;
  private static final String OF_BRANCH = "9999999";

  /** {@code 1.0-rcdev}. */
  private static final Pattern GLUED = Pattern.compile("(stable|alpha|a|beta|b|rc|patch|pl|p)dev");

  /** What is left of {@code 2.1.x-dev} behind the numbers and their dot. */
  private static final Pattern BRANCH = Pattern.compile("x(?:\\.x)*[.-]?dev");

  private final List<String> numbers;
  private final List<String> rest;

  private ComposerVersion(
      VersionScheme scheme, String text, List<String> numbers, List<String> rest) {
    super(scheme, text);
    this.numbers = numbers;
    this.rest = rest;
  }

  static Version parse(VersionScheme scheme, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int plus = lower.indexOf('+');
    String plain = plus < 0 ? lower : lower.substring(0, plus);
    plain = plain.startsWith("v") ? plain.substring(1) : plain;
    List<String> numbers = new ArrayList<>();
    int at = 0;
    for (int end = Digits.end(plain, at); end > at; end = Digits.end(plain, at)) {
      numbers.add(Digits.significant(plain.substring(at, end)));
      at = end < plain.length() && plain.charAt(end) == '.' ? end + 1 : end;
      if (at == end) {
        break;
      }
    }
    Matcher branch = BRANCH.matcher(plain.substring(at));
    if (!numbers.isEmpty() && branch.matches()) {
      // A branch of a line of versions is newer than all of the line, and under way.
      while (numbers.size() < MOST_NUMBERS) {
        numbers.add(OF_BRANCH);
      }
      return new ComposerVersion(scheme, text, numbers, List.of("dev"));
    }
    while (!numbers.isEmpty() && numbers.get(numbers.size() - 1).isEmpty()) {
      numbers.remove(numbers.size() - 1);
    }
    List<String> parts = parts(plain, at);
    // What is called stable is the release, whatever stands behind it.
    boolean released = !parts.isEmpty() && parts.get(0).equals("stable");
    return new ComposerVersion(scheme, text, numbers, released ? List.of() : parts);
  }

  /** What is between dots, hyphens and the like, and where digits and others meet. */
  private static List<String> parts(String text, int from) {
    List<String> parts = new ArrayList<>();
    int at = from;
    while (at < text.length()) {
      int end = Digits.end(text, at);
      if (end == at) {
        end = wordEnd(text, at);
      }
      if (end > at) {
        Matcher glued = GLUED.matcher(text.substring(at, end));
        if (glued.matches()) {
          parts.add(glued.group(1));
          parts.add("dev");
        } else {
          parts.add(text.substring(at, end));
        }
      }
      at = Math.max(end, at + 1);
    }
    return parts;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && !Digits.isDigit(text.charAt(end))
        && "-_+.".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  @Override
  int compareSame(Version other) {
    ComposerVersion that = (ComposerVersion) other;
    int count = Math.max(numbers.size(), that.numbers.size());
    for (int i = 0; i < count; i++) {
      int byNumber = number(i, that);
      if (byNumber != 0) {
        return byNumber;
      }
    }
    return rest(rest, that.rest);
  }

  /** Something like {@code #} in the place of a number counts as any number. */
  private int number(int at, ComposerVersion that) {
    boolean either =
        at >= numbers.size() && isAny(rest) || at >= that.numbers.size() && isAny(that.rest);
    return either ? 0 : Digits.compare(number(at), that.number(at));
  }

  private static boolean isAny(List<String> rest) {
    return !rest.isEmpty() && rest.get(0).equals("#");
  }

  private String number(int at) {
    return at < numbers.size() ? numbers.get(at) : "";
  }

  private static int rest(List<String> a, List<String> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int byPart = part(a.get(i), b.get(i));
      if (byPart != 0) {
        return byPart;
      }
    }
    if (a.size() == b.size()) {
      return 0;
    }
    return a.size() > b.size() ? beyond(a.get(common)) : -beyond(b.get(common));
  }

  private static int beyond(String part) {
    if (Digits.isNumber(part)) {
      return 1;
    }
    return part.equals("#") ? 0 : Integer.compare(form(part), NUMBER);
  }

  private static int part(String a, String b) {
    if (Digits.isNumber(a) && Digits.isNumber(b)) {
      return Digits.compare(a, b);
    }
    return Integer.compare(form(a), form(b));
  }

  private static int form(String part) {
    if (Digits.isNumber(part)) {
      return NUMBER;
    }
    for (int i = 0; i < FORMS.size(); i++) {
      if (FORMS.get(i).stream().anyMatch(part::startsWith)) {
        return i;
      }
    }
    return -1;
  }
}
