package io.eventsec.persistence.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cursors as text: the place of the last row in the order of its list, fit for a URL. */
public final class CursorText {
  private static final String SEPARATOR = "\n";
  private static final int LONGEST = 4000;

  private CursorText() {}

  /** The text of a place; no part contains a line feed. */
  public static String of(Object... parts) {
    String plain = Stream.of(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads {@link #of}.
   *
   * @param parts how many there must be
   * @param reading makes a place of them; may refuse with what parsing throws
   * @throws IllegalArgumentException if it is none of ours
   */
  public static <T> T read(String text, int parts, Function<List<String>, T> reading) {
    try {
      List<String> found = parts(text);
      if (found.size() == parts) {
        return reading.apply(found);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(refusal(text), e);
    }
    throw new IllegalArgumentException(refusal(text));
  }

  private static List<String> parts(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    return List.of(StorableText.of(plain).split(SEPARATOR, -1));
  }

  private static String refusal(String text) {
    String shown = text.length() > 100 ? text.substring(0, 100) + "..." : text;
    return "Cursor '" + shown + "' is none of ours; start again without one";
  }
}
