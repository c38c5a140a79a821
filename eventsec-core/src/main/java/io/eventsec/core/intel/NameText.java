package io.eventsec.core.intel;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and hashes in one spelling. */
final class NameText {
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
  private static final Pattern LOCAL_PART = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
  private static final int LONGEST_FILE_NAME = 255;

  private NameText() {}

  static String domain(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    String canonical = ascii(name);
    if (!DOMAIN.matcher(canonical).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not the full name of a host or domain; use one like host.example.org");
    }
    return canonical;
  }

  static String email(String text) {
    int at = text.lastIndexOf('@');
    String local = at < 0 ? "" : text.substring(0, at).toLowerCase(Locale.ROOT);
    if (!LOCAL_PART.matcher(local).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an e-mail address; use one like name@example.org");
    }
    return local + '@' + domain(text.substring(at + 1));
  }

  static String hash(String text, int digits) {
    String canonical = text.toLowerCase(Locale.ROOT);
    if (canonical.length() != digits || !canonical.matches("[0-9a-f]+")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no such hash; use " + digits + " hexadecimal digits");
    }
    return canonical;
  }

  static String fileName(String text) {
    if (text.isBlank()
        || text.codePointCount(0, text.length()) > LONGEST_FILE_NAME
        || text.codePoints().anyMatch(NameText::noPartOfAName)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not the name of a file; use 1 to "
              + LONGEST_FILE_NAME
              + " printable characters without a folder");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** Half of a surrogate pair cannot be stored. */
  private static boolean noPartOfAName(int c) {
    return c == '/'
        || c == '\\'
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE;
  }

  /** As the name stands in the DNS; what cannot be brought to it stays and fits no pattern. */
  private static String ascii(String name) {
    try {
      return IDN.toASCII(name).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
