package io.eventsec.core.sigma.internal;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A text line by line, with a place on the line that stands for the reader. Not thread-safe. */
final class YamlLines {
  private static final char FIRST_PRINTABLE = ' ';
  private static final char DELETE = 0x7f;
  private static final char LAST_CONTROL = 0xa0;
  private static final char LINE_SEPARATOR = 0x2028;
  private static final char PARAGRAPH_SEPARATOR = 0x2029;

  /** Marks quote the text in messages, which nobody asks of these. */
  private static final int[] NO_TEXT = {};

  private final String name;
  private final String text;
  private final char[] chars;
  private int line = -1;
  private int start;
  private int at;
  private int end = -1;

  YamlLines(String name, String text) {
    this.name = name;
    this.text = text;
    this.chars = text.toCharArray();
  }

  /** True if every character is one place, and means the same to everybody. */
  boolean isPlain() {
    for (char c : chars) {
      boolean ascii = c >= FIRST_PRINTABLE && c < DELETE || c == '\n';
      if (!ascii && !isPlainBeyondAscii(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainBeyondAscii(char c) {
    return c > LAST_CONTROL
        && c < Character.MIN_SURROGATE
        && c != LINE_SEPARATOR
        && c != PARAGRAPH_SEPARATOR;
  }

  /** Goes to the next line, whatever it holds; false if there is none. */
  boolean nextLine() {
    start = end + 1;
    line++;
    if (start >= text.length()) {
      start = text.length();
      at = start;
      end = start;
      return false;
    }
    int feed = text.indexOf('\n', start);
    end = feed < 0 ? text.length() : feed;
    at = start;
    while (at < end && chars[at] == ' ') {
      at++;
    }
    return true;
  }

  /** Goes to the next line that is neither blank nor a comment, or to the end. */
  void next() {
    nextLine();
    passBlank();
  }

  /** Stays where something stands, or goes to the next line that has something. */
  void passBlank() {
    boolean more = !isAtEnd();
    while (more && isRestBlank()) {
      more = nextLine();
    }
  }

  /** True if there is nothing more. */
  boolean isAtEnd() {
    return start == text.length();
  }

  /** The column from 0; -1 at the end of the text. */
  int column() {
    return isAtEnd() ? -1 : at - start;
  }

  /** True if nothing but a comment is left of the line; the place is on no blank. */
  boolean isRestBlank() {
    return at == end || chars[at] == '#';
  }

  /** True if a list's item begins here. */
  boolean isItem() {
    return at < end && chars[at] == '-' && (at + 1 == end || chars[at + 1] == ' ');
  }

  /** Goes on to that index of the text and over the blanks that stand there. */
  void moveTo(int index) {
    at = index;
    while (at < end && chars[at] == ' ') {
      at++;
    }
  }

  /** The index of the place in the text. */
  int at() {
    return at;
  }

  /** The characters of the text: an array, because it is read before it is compiled code. */
  char[] chars() {
    return chars;
  }

  /** The index of the line's end in the text. */
  int end() {
    return end;
  }

  /** The text from a column on, as far as the line goes; empty if it does not. */
  String rest(int column) {
    return start + column < end ? text.substring(start + column, end) : "";
  }

  /** True if a line feed ends the line. */
  boolean isEnded() {
    return end < text.length();
  }

  Optional<Mark> mark() {
    return mark(at);
  }

  /** The mark of an index on the line. */
  Optional<Mark> mark(int index) {
    return Optional.of(new Mark(name, index, line, index - start, NO_TEXT, 0));
  }
}
