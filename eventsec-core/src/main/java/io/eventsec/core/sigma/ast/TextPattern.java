package io.eventsec.core.sigma.ast;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Text with wildcards, as the Sigma specification writes it: {@code *} is any run of characters,
 * {@code ?} any one. A backslash before {@code *}, {@code ?} or another backslash takes their
 * meaning away; before anything else, and at the end, it is an ordinary character. Immutable.
 *
 * <p>A pattern is a sequence of elements: a UTF-16 character, or one of the negative constants
 * below.
 */
public final class TextPattern {
  /** {@code ?}: any one character. */
  public static final int ANY_ONE = -1;

  /** {@code *}: any run of characters, none included. */
  public static final int ANY_RUN = -2;

  /** Any of the dashes that command lines take, and the slash ({@code windash}). */
  public static final int DASH = -3;

  /** The characters that {@link #DASH} stands for. */
  public static final String DASHES = "-/\u2013\u2014\u2015";

  private final int[] elements;

  private TextPattern(int[] elements) {
    this.elements = elements;
  }

  /** The pattern that a rule's text means. */
  public static TextPattern parse(String text) {
    int[] parsed = new int[text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && isSpecial(text.charAt(i + 1))) {
        parsed[size++] = text.charAt(++i);
      } else {
        parsed[size++] = c == '*' ? ANY_RUN : c == '?' ? ANY_ONE : c;
      }
    }
    return new TextPattern(Arrays.copyOf(parsed, size));
  }

  /** The pattern for exactly this text; nothing in it is special. */
  public static TextPattern literal(String text) {
    return new TextPattern(text.chars().toArray());
  }

  /** How many elements it has. */
  public int length() {
    return elements.length;
  }

  /**
   * The element at that place.
   *
   * @param index from 0, less than {@link #length}
   */
  public int element(int index) {
    return elements[index];
  }

  /** True if it has no wildcard and no {@link #DASH}. */
  public boolean isLiteral() {
    return Arrays.stream(elements).allMatch(element -> element >= 0);
  }

  /** True if it has a {@code *} or {@code ?}. */
  public boolean hasWildcards() {
    return Arrays.stream(elements).anyMatch(e -> e == ANY_ONE || e == ANY_RUN);
  }

  /** The same at the given place of a longer text. */
  public TextPattern at(ValueTest.Position position) {
    return switch (position) {
      case WHOLE -> this;
      case START -> padded(0, 1);
      case END -> padded(1, 0);
      case ANYWHERE -> padded(1, 1);
    };
  }

  private TextPattern padded(int before, int after) {
    int[] longer = new int[elements.length + before + after];
    Arrays.fill(longer, ANY_RUN);
    System.arraycopy(elements, 0, longer, before, elements.length);
    return new TextPattern(longer);
  }

  /**
   * The same with {@link #DASH} for every dash or slash that starts a word: no letter, digit or
   * underscore before it, and one after it.
   */
  public TextPattern windash() {
    int[] dashed = elements.clone();
    for (int i = 0; i < elements.length; i++) {
      if (isDash(elements[i]) && !isWord(i - 1) && isWord(i + 1)) {
        dashed[i] = DASH;
      }
    }
    return new TextPattern(dashed);
  }

  /** The same with that text before it. */
  public TextPattern behind(String text) {
    return new TextPattern(IntStream.concat(text.chars(), Arrays.stream(elements)).toArray());
  }

  /** The same with that character at that place. */
  public TextPattern with(int index, char character) {
    int[] changed = elements.clone();
    changed[index] = character;
    return new TextPattern(changed);
  }

  /**
   * The same in another encoding, its wildcards left where they are.
   *
   * @param coding what becomes of the characters between two wildcards
   * @param width how many characters it makes of one, and so how many {@link #ANY_ONE} stands for
   */
  public TextPattern recoded(UnaryOperator<String> coding, int width) {
    IntStream.Builder recoded = IntStream.builder();
    StringBuilder run = new StringBuilder();
    for (int element : elements) {
      if (element >= 0) {
        run.append((char) element);
      } else {
        coding.apply(run.toString()).chars().forEach(recoded);
        run.setLength(0);
        for (int i = 0; i < (element == ANY_ONE ? width : 1); i++) {
          recoded.add(element);
        }
      }
    }
    coding.apply(run.toString()).chars().forEach(recoded);
    return new TextPattern(recoded.build().toArray());
  }

  /** True if {@link #DASH} stands for that character. */
  public static boolean isDash(int character) {
    return character >= 0 && DASHES.indexOf(character) >= 0;
  }

  private boolean isWord(int index) {
    if (index < 0 || index >= elements.length) {
      return false;
    }
    int element = elements[index];
    return element == '_' || (element >= 0 && isLetterOrDigit((char) element));
  }

  private static boolean isLetterOrDigit(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isSpecial(char c) {
    return c == '\\' || c == '*' || c == '?';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextPattern that && Arrays.equals(elements, that.elements);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(elements);
  }

  /** As a rule writes it, so that {@link #parse} gives the same; a {@link #DASH} as a hyphen. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(elements.length + 8);
    for (int element : elements) {
      switch (element) {
        case ANY_RUN -> text.append('*');
        case ANY_ONE -> text.append('?');
        case DASH -> text.append('-');
        case '\\', '*', '?' -> text.append('\\').append((char) element);
        default -> text.append((char) element);
      }
    }
    return text.toString();
  }

  /** The text of a literal pattern, for messages and matching. */
  public String text() {
    if (!isLiteral()) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "Pattern '%s' is not literal; ask isLiteral() first", this));
    }
    StringBuilder text = new StringBuilder(elements.length);
    for (int element : elements) {
      text.append((char) element);
    }
    return text.toString();
  }
}
