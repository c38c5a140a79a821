package io.eventsec.core.vuln.cpe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of an attribute: ANY, NA, or a text in lower case that may begin and end with
 * wildcards. Immutable and thread-safe.
 */
public final class CpeValue {
  /** Any value. */
  public static final CpeValue ANY = new CpeValue(Kind.ANY, "", 0, 0);

  /** The attribute means nothing here. */
  public static final CpeValue NA = new CpeValue(Kind.NA, "", 0, 0);

  private static final int STAR = -1;

  private final Kind kind;

  /** Without wildcards and backslashes. */
  private final String text;

  /** How many characters may stand before the text; -1 for any number. */
  private final int before;

  /** How many may stand behind it. */
  private final int behind;

  private CpeValue(Kind kind, String text, int before, int behind) {
    this.kind = kind;
    this.text = text;
    this.before = before;
    this.behind = behind;
  }

  private enum Kind {
    ANY,
    NA,
    TEXT
  }

  /**
   * A value as a formatted string has it: {@code *}, {@code -}, or text with backslashes.
   *
   * @throws IllegalArgumentException if it is nothing but several wildcards
   */
  static CpeValue formatted(String written) {
    if (written.equals("*")) {
      return ANY;
    }
    if (written.equals("-")) {
      return NA;
    }
    int start = 0;
    while (start < written.length() && isWildcard(written, start)) {
      start++;
    }
    boolean leadingStar = written.startsWith("*");
    int end = written.length();
    while (end > start && isWildcard(written, end - 1)) {
      end--;
    }
    if (start == end) {
      throw new IllegalArgumentException(
          "'" + written + "' of a CPE name is nothing but wildcards; write * for any value");
    }
    boolean trailingStar = end < written.length() && written.charAt(written.length() - 1) == '*';
    return new CpeValue(
        Kind.TEXT,
        unquoted(written.substring(start, end)).toLowerCase(Locale.ROOT),
        leadingStar ? STAR : start,
        trailingStar ? STAR : written.length() - end);
  }

  /** An asterisk or question mark that no backslash quotes. */
  private static boolean isWildcard(String written, int at) {
    char c = written.charAt(at);
    if (c != '*' && c != '?') {
      return false;
    }
    int backslashes = 0;
    while (at - backslashes > 0 && written.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0;
  }

  private static String unquoted(String written) {
    StringBuilder plain = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && i + 1 < written.length()) {
        i++;
      }
      plain.append(written.charAt(i));
    }
    return plain.toString();
  }

  /** True for any value. */
  public boolean isAny() {
    return kind == Kind.ANY;
  }

  /** True if the attribute means nothing. */
  public boolean isNa() {
    return kind == Kind.NA;
  }

  /** The text in lower case, without backslashes and wildcards; empty for ANY and NA. */
  public String text() {
    return text;
  }

  /** True if it begins or ends with wildcards. */
  public boolean hasWildcards() {
    return before != 0 || behind != 0;
  }

  /** How this value, of the source, relates to one of the target. */
  public CpeRelation relationTo(CpeValue target) {
    if (target.hasWildcards() && !target.isQuoted()) {
      return CpeRelation.UNDEFINED;
    }
    if (equals(target)) {
      return CpeRelation.EQUAL;
    }
    if (isAny()) {
      return CpeRelation.SUPERSET;
    }
    if (target.isAny()) {
      return CpeRelation.SUBSET;
    }
    if (isNa() || target.isNa()) {
      return CpeRelation.DISJOINT;
    }
    return hasWildcards() && covers(target.literal()) ? CpeRelation.SUPERSET : CpeRelation.DISJOINT;
  }

  /**
   * True if a backslash quotes some of it. NIST's reference matcher takes wildcards of such a
   * target for what they look like, and answers other than undefined; we do as it does.
   */
  private boolean isQuoted() {
    return text.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && c != '_');
  }

  /** With the wildcards as characters. */
  private String literal() {
    return wild(before) + text + wild(behind);
  }

  private boolean covers(String other) {
    for (int at = other.indexOf(text); at >= 0; at = other.indexOf(text, at + 1)) {
      int left = other.length() - at - text.length();
      boolean fits = (before == STAR || at <= before) && (behind == STAR || left <= behind);
      if (fits) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CpeValue that
        && kind == that.kind
        && text.equals(that.text)
        && before == that.before
        && behind == that.behind;
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + kind.hashCode();
  }

  /** As a formatted string has it. */
  @Override
  public String toString() {
    return switch (kind) {
      case ANY -> "*";
      case NA -> "-";
      case TEXT -> wild(before) + quoted() + wild(behind);
    };
  }

  private static String wild(int count) {
    return count == STAR ? "*" : "?".repeat(count);
  }

  private String quoted() {
    StringBuilder quoted = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '_') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.toString();
  }
}
