package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.internal.ConditionParser.ConditionException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes a condition apart into words and signs. */
final class ConditionLexer {
  private final String text;
  private int position;

  ConditionLexer(String text) {
    this.text = text;
  }

  enum Kind {
    AND,
    OR,
    NOT,
    OF,
    OPEN,
    CLOSE,
    WORD,
    END
  }

  record Token(Kind kind, String text, int offset) {
    String shown() {
      return kind == Kind.END ? "nothing more" : Problems.shown(text);
    }
  }

  /** The names in a text, each once, up to where it is no condition. */
  static List<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    ConditionLexer lexer = new ConditionLexer(text);
    try {
      for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
        if (token.kind() == Kind.WORD) {
          names.add(token.text());
        }
      }
    } catch (ConditionException e) {
      // Whoever parses the condition tells of it, with its place.
    }
    return List.copyOf(names);
  }

  /** Takes the next token if it is of that kind. */
  boolean accept(Kind kind) throws ConditionException {
    int before = position;
    if (next().kind() == kind) {
      return true;
    }
    position = before;
    return false;
  }

  Token next() throws ConditionException {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return new Token(Kind.END, "", position);
    }
    int start = position;
    char c = text.charAt(position);
    if (c == '(' || c == ')') {
      position++;
      return new Token(c == '(' ? Kind.OPEN : Kind.CLOSE, String.valueOf(c), start);
    }
    while (position < text.length() && isWordPart(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw unexpected(c);
    }
    return word(text.substring(start, position), start);
  }

  private static Token word(String word, int start) {
    Kind kind =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "and" -> Kind.AND;
          case "or" -> Kind.OR;
          case "not" -> Kind.NOT;
          case "of" -> Kind.OF;
          default -> Kind.WORD;
        };
    return new Token(kind, word, start);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '*';
  }

  private ConditionException unexpected(char c) {
    if (c == '|') {
      return new ConditionException(
          position,
          "Aggregations after '|' (count, min, max, avg, sum, near) are no longer part of Sigma",
          AggregationCure.of(text.substring(position)));
    }
    return new ConditionException(
        position,
        "The condition has the character '" + c + "', which means nothing here",
        "Use search identifiers, and, or, not, 'of' and parentheses");
  }
}
