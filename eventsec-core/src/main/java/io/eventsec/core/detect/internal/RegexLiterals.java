package io.eventsec.core.detect.internal;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts one of which every match of a regular expression must hold, in the syntax of RE2 and
 * of Java. It reads what it knows for certain and takes the rest for anything, so it may find none,
 * but never a wrong one.
 */
final class RegexLiterals {
  private static final int MOST = 24;
  private static final int ASCII = 128;

  private final String pattern;
  private int at;

  private RegexLiterals(String pattern) {
    this.pattern = pattern;
  }

  /** The texts, folded; empty if none is known. */
  static Set<String> of(String pattern) {
    try {
      RegexLiterals reader = new RegexLiterals(pattern);
      Piece piece = reader.alternatives();
      return reader.at < pattern.length() ? Set.of() : piece.needed();
    } catch (UnknownSyntaxException e) {
      return Set.of();
    }
  }

  /** Something that this class does not read. */
  private static final class UnknownSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A part of the pattern.
   *
   * @param text what it matches and nothing else; null if it may match several texts
   * @param needed texts one of which it holds; none if not known
   */
  private record Piece(@Nullable String text, Set<String> needed) {
    static final Piece ANYTHING = new Piece(null, Set.of());

    static Piece exactly(String text) {
      return new Piece(text, text.isEmpty() ? Set.of() : Set.of(text));
    }

    private int shortest() {
      return needed.stream().mapToInt(String::length).min().orElse(0);
    }

    /** The one whose texts are longer. */
    Piece orBetter(Piece other) {
      return other.shortest() > shortest() ? other : this;
    }
  }

  private Piece alternatives() throws UnknownSyntaxException {
    Piece first = sequence();
    if (at >= pattern.length() || pattern.charAt(at) != '|') {
      return first;
    }
    Set<String> all = new TreeSet<>(first.needed());
    boolean known = !first.needed().isEmpty();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      Piece next = sequence();
      known &= !next.needed().isEmpty();
      all.addAll(next.needed());
    }
    return known && all.size() <= MOST ? new Piece(null, all) : Piece.ANYTHING;
  }

  private Piece sequence() throws UnknownSyntaxException {
    StringBuilder run = new StringBuilder();
    Piece best = Piece.ANYTHING;
    boolean exact = true;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      Piece piece = repeated(atom());
      if (piece.text() != null) {
        run.append(piece.text());
      } else {
        best = best.orBetter(Piece.exactly(run.toString())).orBetter(piece);
        run.setLength(0);
        exact = false;
      }
    }
    Piece last = Piece.exactly(run.toString());
    return exact ? last : new Piece(null, best.orBetter(last).needed());
  }

  private Piece repeated(Piece piece) throws UnknownSyntaxException {
    if (at >= pattern.length()) {
      return piece;
    }
    Piece repeated =
        switch (pattern.charAt(at)) {
          case '*', '?' -> Piece.ANYTHING;
          case '+' -> new Piece(null, piece.needed());
          case '{' -> counted(piece);
          default -> null;
        };
    if (repeated == null) {
      return piece;
    }
    at++;
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++; // reluctant or possessive: the same texts
    }
    return repeated;
  }

  /** Leaves the reader on the closing brace; a brace that counts nothing is a character. */
  private Piece counted(Piece piece) throws UnknownSyntaxException {
    int end = pattern.indexOf('}', at);
    if (end < 0 || !pattern.substring(at + 1, end).matches("[0-9]+(,[0-9]*)?")) {
      throw new UnknownSyntaxException();
    }
    boolean none = pattern.substring(at + 1, end).matches("0+(,[0-9]*)?");
    at = end;
    return none ? Piece.ANYTHING : new Piece(null, piece.needed());
  }

  private Piece atom() throws UnknownSyntaxException {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> set();
      case '\\' -> escaped();
      case '.', '^', '$' -> Piece.ANYTHING;
      case '*', '+', '?', '{' -> throw new UnknownSyntaxException();
      default -> c < ASCII ? Piece.exactly(String.valueOf(CaseFold.fold(c))) : Piece.ANYTHING;
    };
  }

  private Piece group() throws UnknownSyntaxException {
    if (isLookAround()) {
      at += pattern.charAt(at + 1) == '<' ? 3 : 2;
      inGroup();
      return Piece.ANYTHING;
    }
    if (pattern.startsWith("?", at)) {
      int end = at + 1;
      while (end < pattern.length() && ":)>".indexOf(pattern.charAt(end)) < 0) {
        end++;
      }
      if (end >= pattern.length()) {
        throw new UnknownSyntaxException();
      }
      at = end + 1;
      if (pattern.charAt(end) == ')') {
        return Piece.ANYTHING;
      }
    }
    return inGroup();
  }

  private boolean isLookAround() {
    return pattern.startsWith("?=", at)
        || pattern.startsWith("?!", at)
        || pattern.startsWith("?<=", at)
        || pattern.startsWith("?<!", at);
  }

  private Piece inGroup() throws UnknownSyntaxException {
    Piece inside = alternatives();
    if (at >= pattern.length() || pattern.charAt(at) != ')') {
      throw new UnknownSyntaxException();
    }
    at++;
    return inside;
  }

  /** Passes over a set of characters. */
  private Piece set() throws UnknownSyntaxException {
    if (pattern.startsWith("^", at)) {
      at++;
    }
    boolean first = true;
    while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
      if (pattern.startsWith("[:", at)) {
        at = pattern.indexOf(":]", at) + 1;
        if (at == 0) {
          throw new UnknownSyntaxException();
        }
      } else if (pattern.charAt(at) == '\\') {
        at++;
      }
      at++;
      first = false;
    }
    if (at >= pattern.length()) {
      throw new UnknownSyntaxException();
    }
    at++;
    return Piece.ANYTHING;
  }

  private Piece escaped() throws UnknownSyntaxException {
    if (at >= pattern.length()) {
      throw new UnknownSyntaxException();
    }
    char c = pattern.charAt(at++);
    if ("dDsSwWbBAztnrfvaZhHR123456789".indexOf(c) >= 0) {
      return Piece.ANYTHING;
    }
    if (c >= ASCII || Character.isLetterOrDigit(c)) {
      throw new UnknownSyntaxException();
    }
    return Piece.exactly(String.valueOf(c));
  }
}
