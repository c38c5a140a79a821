package io.eventsec.core.sigma.internal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Placeholders in a value: {@code %name%}, where the name is of letters, digits and underscores. A
 * backslash before the first percent sign makes it a character; two are a backslash before a
 * placeholder.
 */
public final class Placeholders {
  /** One of them; its first group is the name. */
  public static final Pattern FORM = Pattern.compile("(?<!(?<!\\\\)\\\\)%(\\w+)%");

  private Placeholders() {}

  /** The names in the order written, each once. */
  public static List<String> names(String text) {
    return FORM.matcher(text).results().map(Placeholders::name).distinct().toList();
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  /** The text with plain percent signs where they have a backslash before them. */
  static String unescaped(String text) {
    return text.replace("\\%", "%");
  }
}
