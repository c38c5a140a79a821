package io.eventsec.core.intel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Indicators as people write them: the kind is told by the look, and what was spelled so that
 * nobody clicks on it ({@code hxxp://bad[.]example}) is spelled back.
 */
public final class IndicatorText {
  private static final int LONGEST = 2000;
  private static final Pattern SCHEME =
      Pattern.compile("(?i)^(h[tx]{2}p(s?)|fxp|ftp)(://|\\[://])");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");
  private static final Map<Integer, IndicatorKind> HASHES =
      Map.of(32, IndicatorKind.MD5, 40, IndicatorKind.SHA1, 64, IndicatorKind.SHA256);

  /** What stands for what; none of these occurs in a value that was not disarmed. */
  private static final List<Map.Entry<String, String>> DISARMED =
      List.of(
          Map.entry("[.]", "."),
          Map.entry("(.)", "."),
          Map.entry("{.}", "."),
          Map.entry("[dot]", "."),
          Map.entry("(dot)", "."),
          Map.entry("[:]", ":"),
          Map.entry("[@]", "@"),
          Map.entry("[at]", "@"),
          Map.entry("(at)", "@"));

  /** Endings of files that no top-level domain has. */
  private static final Set<String> FILE_ENDINGS =
      Set.of(
          "bat", "bin", "cmd", "dat", "dll", "doc", "docm", "docx", "elf", "exe", "gz", "hta",
          "iso", "jar", "jpg", "js", "jse", "lnk", "msi", "pdf", "php", "png", "ps1", "rar", "rtf",
          "scr", "sys", "tar", "tmp", "txt", "vbe", "vbs", "wsf", "xls", "xlsm", "xlsx");

  private IndicatorText() {}

  /** The value as it is meant: {@code hxxps[://]bad[.]example} is {@code https://bad.example}. */
  public static String rearmed(String text) {
    String value = text;
    if (value.indexOf('[') >= 0 || value.indexOf('(') >= 0 || value.indexOf('{') >= 0) {
      value = SCHEME.matcher(value).replaceFirst("$1://");
      for (Map.Entry<String, String> one : DISARMED) {
        value = value.replace(one.getKey(), one.getValue());
      }
    }
    java.util.regex.Matcher scheme = SCHEME.matcher(value);
    return scheme.find() ? scheme(scheme.group(1)) + value.substring(scheme.end(1)) : value;
  }

  private static String scheme(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.equals("fxp") ? "ftp" : lower.replace('x', 't');
  }

  /**
   * The indicator that a text names, whatever its kind. Names of files are none that can be told
   * from domains, so they are not found.
   *
   * @param text in the spelling of its kind or disarmed, without blanks around it
   * @throws IllegalArgumentException saying the value, what it breaks and what to do
   */
  public static Indicator detected(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Value of " + text.length() + " characters: use at most " + LONGEST);
    }
    String value = rearmed(text);
    return new Indicator(kind(value), value);
  }

  private static IndicatorKind kind(String value) {
    if (value.contains("://")) {
      return IndicatorKind.URL;
    }
    if (NetworkText.isAddress(value)) {
      return IndicatorKind.ADDRESS;
    }
    int slash = value.indexOf('/');
    if (slash > 0 && NetworkText.isAddress(value.substring(0, slash))) {
      return IndicatorKind.NETWORK;
    }
    if (HEXADECIMAL.matcher(value).matches() && HASHES.containsKey(value.length())) {
      return HASHES.get(value.length());
    }
    return value.indexOf('@') > 0 ? IndicatorKind.EMAIL : domain(value);
  }

  private static IndicatorKind domain(String value) {
    String ending = value.substring(value.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean name = value.indexOf('.') > 0 && value.chars().noneMatch(c -> c == '/' || c <= ' ');
    if (!name || FILE_ENDINGS.contains(ending)) {
      throw new IllegalArgumentException(
          "'"
              + ShownText.of(value)
              + "' is not an address, block of addresses, domain, URL, e-mail address or hash"
              + (name ? ", but looks like a file" : "")
              + "; use one of those, or say the kind beside it");
    }
    return IndicatorKind.DOMAIN;
  }
}
