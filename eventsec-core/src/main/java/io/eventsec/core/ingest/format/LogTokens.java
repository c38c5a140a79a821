package io.eventsec.core.ingest.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line, in which quotes and square brackets hold several together. A backslash in
 * quotes takes what follows it as it is. Reads the line once.
 */
final class LogTokens {
  private static final int MOST = 64;

  private final String line;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private LogTokens(String line) {
    this.line = line;
  }

  /** How a word was written. */
  enum Kind {
    BARE,
    QUOTED,
    BRACKETED
  }

  /** A word without its quotes or brackets. */
  record Token(Kind kind, String text) {
    boolean is(Kind wanted) {
      return kind == wanted;
    }
  }

  /** The first 64 words. */
  static List<Token> of(String line) {
    return new LogTokens(line).read();
  }

  private List<Token> read() {
    while (at < line.length() && tokens.size() < MOST) {
      char c = line.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '"') {
        quoted();
      } else if (c == '[') {
        bracketed();
      } else {
        bare();
      }
    }
    return tokens;
  }

  private void quoted() {
    StringBuilder text = new StringBuilder();
    int i = at + 1;
    while (i < line.length() && !endsQuote(i)) {
      boolean escapes =
          line.charAt(i) == '\\'
              && i + 1 < line.length()
              && (line.charAt(i + 1) == '"' || line.charAt(i + 1) == '\\');
      i += escapes ? 1 : 0;
      text.append(line.charAt(i));
      i++;
    }
    tokens.add(new Token(Kind.QUOTED, text.toString()));
    at = i + 1;
  }

  /** A quote in the middle of a word ends nothing: some servers do not escape what they quote. */
  private boolean endsQuote(int i) {
    return line.charAt(i) == '"' && (i + 1 == line.length() || line.charAt(i + 1) <= ' ');
  }

  private void bracketed() {
    int end = line.indexOf(']', at);
    if (end < 0) {
      bare();
      return;
    }
    tokens.add(new Token(Kind.BRACKETED, line.substring(at + 1, end)));
    at = end + 1;
  }

  private void bare() {
    int end = at;
    while (end < line.length() && line.charAt(end) > ' ') {
      end++;
    }
    tokens.add(new Token(Kind.BARE, line.substring(at, end)));
    at = end;
  }
}
