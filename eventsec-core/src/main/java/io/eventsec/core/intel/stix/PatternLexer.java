package io.eventsec.core.intel.stix;

import io.eventsec.core.intel.stix.PatternToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a pattern into words. Used once. */
final class PatternLexer {
  private static final String PAIRS = "== != <> <= >= ";
  private static final String SIGNS = "[]()=<>:.,*";

  private final String text;
  private final List<PatternToken> tokens = new ArrayList<>();
  private int at;

  private PatternLexer(String text) {
    this.text = text;
  }

  /** The words, and one of the kind END behind them. */
  static List<PatternToken> tokens(String text) throws StixPatternException {
    PatternLexer lexer = new PatternLexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() throws StixPatternException {
    skipBlanks();
    while (at < text.length()) {
      next();
      skipBlanks();
    }
    add(Kind.END, "", at);
  }

  private void next() throws StixPatternException {
    char c = text.charAt(at);
    int start = at;
    if (c == '\'') {
      add(Kind.STRING, string(), start);
    } else if (at + 1 < text.length() && text.charAt(at + 1) == '\'' && "tbh".indexOf(c) >= 0) {
      at++;
      add(Kind.TYPED, string(), start);
    } else if (isDigit(c) || (c == '-' || c == '+') && isDigit(peek(1))) {
      at++;
      skipWhileNumber();
      add(Kind.NUMBER, text.substring(start, at), start);
    } else if (isNameStart(c)) {
      skipName();
      add(Kind.NAME, text.substring(start, at), start);
    } else {
      sign(c);
    }
  }

  private void sign(char c) throws StixPatternException {
    String pair = text.substring(at, Math.min(at + 2, text.length()));
    if (pair.length() == 2 && PAIRS.contains(pair + ' ')) {
      add(Kind.SIGN, pair, at);
      at += 2;
    } else if (SIGNS.indexOf(c) >= 0) {
      add(Kind.SIGN, String.valueOf(c), at);
      at++;
    } else {
      throw new StixPatternException(
          "Character '" + c + "' at " + at + " has no meaning in a pattern", at);
    }
  }

  private String string() throws StixPatternException {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\') {
        at++;
        if (peek(0) != '\'' && peek(0) != '\\') {
          throw new StixPatternException(
              "A backslash at " + (at - 1) + " stands before neither ' nor \\; double it", at);
        }
      }
      value.append(text.charAt(at++));
    }
    if (at >= text.length()) {
      throw new StixPatternException("The text that begins at " + start + " has no end", start);
    }
    at++;
    return value.toString();
  }

  private void skipWhileNumber() {
    boolean whole = true;
    while (isDigit(peek(0)) || whole && peek(0) == '.' && isDigit(peek(1))) {
      whole &= peek(0) != '.';
      at++;
    }
  }

  private void skipName() {
    while (isNameStart(peek(0)) || isDigit(peek(0)) || peek(0) == '-') {
      at++;
    }
  }

  private void skipBlanks() throws StixPatternException {
    boolean skipped = true;
    while (skipped && at < text.length()) {
      int before = at;
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("/*", at)) {
        at = end("*/", at);
      } else if (text.startsWith("//", at)) {
        int line = text.indexOf('\n', at);
        at = line < 0 ? text.length() : line;
      }
      skipped = at > before;
    }
  }

  private int end(String sign, int start) throws StixPatternException {
    int end = text.indexOf(sign, start + 2);
    if (end < 0) {
      throw new StixPatternException("The remark that begins at " + start + " has no end", start);
    }
    return end + 2;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private void add(Kind kind, String value, int position) {
    tokens.add(new PatternToken(kind, value, position));
  }
}
