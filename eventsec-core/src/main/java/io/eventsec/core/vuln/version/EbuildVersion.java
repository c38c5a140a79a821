package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 1.2b_rc3-r4}: the package manager specification of Gentoo, algorithm 3.1. */
final class EbuildVersion extends Version {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<numbers>[0-9]+(?:\\.[0-9]+)*)(?<letter>[a-z]?)"
              + "(?<suffixes>(?:_(?:alpha|beta|pre|rc|p)[0-9]*)*)(?:-r(?<revision>[0-9]+))?");
  private static final List<String> SUFFIXES = List.of("alpha", "beta", "pre", "rc", "", "p");
  private static final Suffix NONE = new Suffix(SUFFIXES.indexOf(""), "");

  private final List<String> numbers;
  private final String letter;
  private final List<Suffix> suffixes;
  private final String revision;

  private EbuildVersion(VersionScheme scheme, String text, Matcher form) {
    super(scheme, text);
    this.numbers = List.of(form.group("numbers").split("[.]"));
    this.letter = form.group("letter");
    this.suffixes = suffixes(form.group("suffixes"));
    this.revision = form.group("revision") == null ? "" : form.group("revision");
  }

  private record Suffix(int rank, String number) {
    int compare(Suffix that) {
      return rank != that.rank
          ? Integer.compare(rank, that.rank)
          : Digits.compare(number, that.number);
    }
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UnreadableVersionException(
          scheme, text, "write numbers with dots, then maybe a letter, _rc1 or the like, and -r1");
    }
    return new EbuildVersion(scheme, text, form);
  }

  private static List<Suffix> suffixes(String text) {
    List<Suffix> suffixes = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int name = Digits.lettersEnd(text, at + 1);
      int end = Digits.end(text, name);
      suffixes.add(
          new Suffix(SUFFIXES.indexOf(text.substring(at + 1, name)), text.substring(name, end)));
      at = end;
    }
    return suffixes;
  }

  @Override
  int compareSame(Version other) {
    EbuildVersion that = (EbuildVersion) other;
    int result = numbers(numbers, that.numbers);
    result = result != 0 ? result : letter.compareTo(that.letter);
    result =
        result != 0
            ? result
            : Sequences.comparePadded(suffixes, that.suffixes, NONE, Suffix::compare);
    return result != 0 ? result : Digits.compare(revision, that.revision);
  }

  private static int numbers(List<String> a, List<String> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      String left = a.get(i);
      String right = b.get(i);
      boolean fraction = i > 0 && (left.startsWith("0") || right.startsWith("0"));
      int byNumber =
          fraction
              ? withoutZeros(left).compareTo(withoutZeros(right))
              : Digits.compare(left, right);
      if (byNumber != 0) {
        return byNumber;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static String withoutZeros(String fraction) {
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    return fraction.substring(0, end);
  }
}
