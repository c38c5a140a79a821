package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code 1.2.3b_rc1_p2~hash-r4} as apk-tools 2 compares it: token by token, and of two that agree
 * as far as one goes the longer is newer, unless it goes on with a suffix of an unfinished release.
 */
final class ApkVersion extends Version {
  private static final List<String> BEFORE = List.of("alpha", "beta", "pre", "rc");
  private static final List<String> AFTER = List.of("cvs", "svn", "git", "hg", "p");
  private static final Token END = new Token(Kind.END, 0, "");

  private final List<Token> tokens;

  private ApkVersion(VersionScheme scheme, String text, List<Token> tokens) {
    super(scheme, text);
    this.tokens = tokens;
  }

  /** In the order of apk-tools: where kinds differ, the version whose kind comes first is newer. */
  private enum Kind {
    FRACTION,
    NUMBER,
    LETTER,
    SUFFIX,
    SUFFIX_NUMBER,
    HASH,
    REVISION,
    END
  }

  /**
   * A part.
   *
   * @param rank of a letter or suffix; of leading zeros, less than nothing
   * @param text of a number or hash
   */
  private record Token(Kind kind, int rank, String text) {
    int compare(Token that) {
      if (rank != that.rank) {
        return Integer.compare(rank, that.rank);
      }
      return kind == Kind.HASH ? text.compareTo(that.text) : Digits.compare(text, that.text);
    }
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    return new ApkVersion(scheme, text, new Tokens(scheme, text).read());
  }

  @Override
  int compareSame(Version other) {
    ApkVersion that = (ApkVersion) other;
    for (int i = 0; ; i++) {
      Token mine = token(i);
      Token its = that.token(i);
      if (mine.kind != its.kind) {
        return byKind(mine, its);
      }
      int byValue = mine.compare(its);
      if (byValue != 0 || mine.kind == Kind.END) {
        return byValue;
      }
    }
  }

  private static int byKind(Token mine, Token its) {
    if (mine.kind == Kind.SUFFIX && mine.rank < 0) {
      return -1;
    }
    if (its.kind == Kind.SUFFIX && its.rank < 0) {
      return 1;
    }
    return its.kind.compareTo(mine.kind);
  }

  private Token token(int at) {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  /** Reads a version from left to right. */
  private static final class Tokens {
    private final VersionScheme scheme;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokens(VersionScheme scheme, String text) {
      this.scheme = scheme;
      this.text = text;
    }

    List<Token> read() throws UnreadableVersionException {
      if (!Digits.isDigit(text.charAt(0))) {
        throw unreadable("it does not begin with a number");
      }
      number(Kind.NUMBER);
      while (at < text.length()) {
        char c = text.charAt(at);
        if (Digits.isLetter(c)) {
          letter(c);
        } else if (c == '.') {
          fraction();
        } else if (c == '_') {
          suffix();
        } else if (c == '~') {
          hash();
        } else if (text.startsWith("-r", at)) {
          at += 2;
          number(Kind.REVISION);
        } else {
          throw unreadable("'" + c + "' is not expected after " + text.substring(0, at));
        }
      }
      return tokens;
    }

    private void number(Kind kind) {
      int end = Digits.end(text, at);
      tokens.add(new Token(kind, 0, text.substring(at, end)));
      at = end;
    }

    private void letter(char c) {
      tokens.add(new Token(Kind.LETTER, c, ""));
      at++;
      if (at < text.length() && Digits.isDigit(text.charAt(at))) {
        number(Kind.NUMBER);
      }
    }

    /** A number behind a dot; its leading zeros make it less than one without. */
    private void fraction() {
      while (at < text.length() && text.charAt(at) == '.') {
        at++;
      }
      if (at < text.length() && Digits.isLetter(text.charAt(at))) {
        return;
      }
      int start = at;
      while (at < text.length() && text.charAt(at) == '0') {
        at++;
      }
      if (at == start) {
        number(Kind.FRACTION);
        return;
      }
      tokens.add(new Token(Kind.FRACTION, start - at, ""));
      // apk-tools 2 finds a number here whatever follows, and 1.0_rc1 newer than 1.0; 3 does not.
      if (at < text.length() && "_-~".indexOf(text.charAt(at)) < 0) {
        number(Kind.NUMBER);
      }
    }

    private void suffix() throws UnreadableVersionException {
      int end = Digits.lettersEnd(text, at + 1);
      String name = text.substring(at + 1, end);
      int before = BEFORE.indexOf(name);
      int after = AFTER.indexOf(name);
      if (before < 0 && after < 0) {
        throw unreadable("'_" + name + "' is no suffix; those are " + BEFORE + " and " + AFTER);
      }
      tokens.add(new Token(Kind.SUFFIX, before < 0 ? after : before - BEFORE.size(), ""));
      at = end;
      if (at < text.length() && Digits.isDigit(text.charAt(at))) {
        number(Kind.SUFFIX_NUMBER);
      }
    }

    private void hash() {
      int end = at + 1;
      while (end < text.length()
          && (Digits.isDigit(text.charAt(end)) || Digits.isLetter(text.charAt(end)))) {
        end++;
      }
      tokens.add(new Token(Kind.HASH, 0, text.substring(at + 1, end)));
      at = end;
    }

    private UnreadableVersionException unreadable(String rule) {
      return new UnreadableVersionException(scheme, text, rule);
    }
  }
}
