package io.eventsec.core.ingest.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts and parts of them, for {@link Conversion}; empty where there is no such part. */
final class TextConversions {
  private static final String DASH = " - ";
  private static final Pattern CASE_CHANGE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private TextConversions() {}

  static String snake(String text) {
    return CASE_CHANGE.matcher(text).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  static String kebab(String text) {
    return lowerCase(CASE_CHANGE.matcher(text).replaceAll("-"));
  }

  static String firstWord(String text) {
    return text.strip().split(" ", 2)[0];
  }

  static String behindBackslash(String text) {
    return text.substring(text.indexOf('\\') + 1);
  }

  static String beforeBackslash(String text) {
    return text.substring(0, Math.max(0, text.indexOf('\\')));
  }

  static String behindDash(String text) {
    int dash = text.indexOf(DASH);
    return dash < 0 ? "" : lowerCase(text.substring(dash + DASH.length()));
  }

  static String beforeDash(String text) {
    return lowerCase(text.substring(0, Math.max(0, text.indexOf(DASH))));
  }

  static String behindBlank(String text) {
    String plain = text.strip();
    int blank = plain.indexOf(' ');
    return blank < 0 ? "" : plain.substring(blank + 1).strip();
  }

  static String beforeAt(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 ? text.substring(0, at) : text;
  }

  static String untilColon(String text) {
    return text.split(":", 2)[0];
  }

  static String untilSlash(String text) {
    return text.split("/", 2)[0];
  }

  static String outcome(String text) {
    return Outcomes.ofText(Optional.of(text)).orElse("");
  }

  private static String lowerCase(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
