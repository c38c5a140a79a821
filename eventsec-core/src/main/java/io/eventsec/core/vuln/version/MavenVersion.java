package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The version order specification of Maven's POM reference: tokens between dots, hyphens and where
 * digits and letters meet, without those that mean nothing.
 */
final class MavenVersion extends Version {
  private static final List<String> KNOWN =
      List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
  private static final int RELEASE = KNOWN.indexOf("");
  private static final Set<String> RELEASED = Set.of("", "final", "ga", "release");
  private static final Token NOTHING = new Token('-', "", false);

  private final List<Token> tokens;

  private MavenVersion(VersionScheme scheme, String text, List<Token> tokens) {
    super(scheme, text);
    this.tokens = tokens;
  }

  /**
   * A part.
   *
   * @param before {@code .} or {@code -}
   * @param value a number without leading zeros, or a qualifier in lower case
   */
  private record Token(char before, String value, boolean number) {
    boolean isNothing() {
      return value.isEmpty();
    }
  }

  static Version parse(VersionScheme scheme, String text) {
    List<Token> tokens = split(text.toLowerCase(Locale.ROOT));
    // What means nothing goes from the end, and from before each hyphen.
    for (int i = tokens.size() - 1; i > 0; i--) {
      boolean last = i == tokens.size() - 1 || tokens.get(i + 1).before == '-';
      if (last && tokens.get(i).isNothing()) {
        tokens.remove(i);
      }
    }
    return new MavenVersion(scheme, text, tokens);
  }

  private static List<Token> split(String text) {
    List<Token> tokens = new ArrayList<>();
    char before = '-';
    int at = 0;
    while (at <= text.length()) {
      int end = tokenEnd(text, at);
      boolean number = end == at || Digits.isDigit(text.charAt(at));
      boolean numberFollows = end < text.length() && Digits.isDigit(text.charAt(end));
      String value = text.substring(at, end);
      tokens.add(
          new Token(
              before,
              number ? Digits.significant(value) : qualifier(value, numberFollows),
              number));
      if (end == text.length()) {
        break;
      }
      boolean separated = isSeparator(text.charAt(end));
      before = separated && text.charAt(end) == '.' ? '.' : '-';
      at = separated ? end + 1 : end;
    }
    return tokens;
  }

  private static int tokenEnd(String text, int from) {
    if (from < text.length() && Digits.isDigit(text.charAt(from))) {
      return Digits.end(text, from);
    }
    int end = from;
    while (end < text.length()
        && !Digits.isDigit(text.charAt(end))
        && !isSeparator(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-' || c == '_';
  }

  private static String qualifier(String word, boolean numberFollows) {
    if (RELEASED.contains(word)) {
      return "";
    }
    if (word.equals("cr")) {
      return "rc";
    }
    if (!numberFollows) {
      return word;
    }
    return switch (word) {
      case "a" -> "alpha";
      case "b" -> "beta";
      case "m" -> "milestone";
      default -> word;
    };
  }

  @Override
  int compareSame(Version other) {
    MavenVersion that = (MavenVersion) other;
    int count = Math.max(tokens.size(), that.tokens.size());
    for (int i = 0; i < count; i++) {
      int byToken = compare(tokens, that.tokens, i);
      if (byToken != 0) {
        return byToken;
      }
    }
    return 0;
  }

  private static int compare(List<Token> mine, List<Token> its, int at) {
    Token a = at < mine.size() ? mine.get(at) : NOTHING;
    Token b = at < its.size() ? its.get(at) : NOTHING;
    if (a.number && b.number) {
      // 1-1 is older than 1.1.
      int byPrefix = Character.compare(a.before, b.before);
      return byPrefix != 0 ? byPrefix : Digits.compare(a.value, b.value);
    }
    boolean padded = at >= mine.size() || at >= its.size();
    if (a.number || b.number) {
      Token number = a.number ? a : b;
      int newer = padded && number.isNothing() ? 0 : 1;
      return a.number ? newer : -newer;
    }
    // 1.x is older than 1-x, unless the release itself is between the two.
    boolean apart = padded || rank(a.value) < RELEASE != rank(b.value) < RELEASE;
    int byPrefix = apart ? 0 : Character.compare(b.before, a.before);
    return byPrefix != 0 ? byPrefix : qualifiers(a.value, b.value);
  }

  private static int qualifiers(String a, String b) {
    int rankA = rank(a);
    int rankB = rank(b);
    if (rankA != rankB || rankA < KNOWN.size()) {
      return Integer.compare(rankA, rankB);
    }
    return a.compareTo(b);
  }

  private static int rank(String qualifier) {
    int known = qualifier.isEmpty() ? RELEASE : KNOWN.indexOf(qualifier);
    return known < 0 ? KNOWN.size() : known;
  }
}
