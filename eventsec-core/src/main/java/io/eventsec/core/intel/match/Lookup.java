package io.eventsec.core.intel.match;

import io.eventsec.core.intel.IndicatorKind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings the values of events to the spelling of indicators, fast where they have it, as nearly all
 * do. Not thread-safe.
 */
final class Lookup {
  private static final int LONGEST = 2000;
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_FILE_NAME = 255;
  private static final int NOT_ASCII = -1;

  private final Key key;

  Lookup(Key key) {
    this.key = key;
  }

  /** The key of a name in the DNS; null if no indicator can be one of its endings. */
  @Nullable Key host(String text) {
    String name = isAscii(text) ? text : international(text);
    if (name == null) {
      return null;
    }
    int end = name.endsWith(".") ? name.length() - 1 : name.length();
    // Of a name that is too long an ending may be a domain all the same.
    int start = Math.max(0, end - LONGEST_NAME - 1);
    key.clear(KeyKind.DOMAIN, end - start);
    for (int i = start; i < end; i++) {
      key.add(lower(name.charAt(i)));
    }
    return key;
  }

  /** In ASCII each of its letters takes one at least, so what is longer is no name. */
  private static @Nullable String international(String text) {
    return text.length() > LONGEST_NAME * 2 ? null : canonical(IndicatorKind.DOMAIN, text);
  }

  /** The key of an address of the web; null if it is none. */
  @Nullable Key url(String text) {
    if (text.length() > LONGEST || !text.contains("://")) {
      return null;
    }
    String url = UrlLook.isCanonical(text) ? text : canonical(IndicatorKind.URL, text);
    return url == null ? null : ascii(KeyKind.URL, url);
  }

  /** The key of an e-mail address, which may stand in angle brackets; null if it is none. */
  @Nullable Key email(String text) {
    int open = text.lastIndexOf('<');
    int close = text.indexOf('>', open + 1);
    String address = open >= 0 && close > open ? text.substring(open + 1, close) : text;
    if (address.length() > LONGEST || address.indexOf('@') < 0) {
      return null;
    }
    String canonical = isAscii(address) ? plain(address) : canonical(IndicatorKind.EMAIL, address);
    return canonical == null ? null : ascii(KeyKind.EMAIL, canonical);
  }

  private static String plain(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** The key of a digest; null if it has the length of none, or is none. */
  @Nullable Key hash(String text) {
    int length = text.length();
    if (length != 32 && length != 40 && length != 64) {
      return null;
    }
    key.clear(KeyKind.HASH, length / 2);
    for (int i = 0; i < length; i += 2) {
      int high = digit(text.charAt(i));
      int low = digit(text.charAt(i + 1));
      if ((high | low) < 0) {
        return null;
      }
      key.add(high << 4 | low);
    }
    return key.digested();
  }

  /** The key of a file's name; null if it is none. */
  @Nullable Key fileName(String text) {
    if (isAscii(text)) {
      return text.length() > LONGEST_FILE_NAME
          ? null
          : ascii(KeyKind.FILE_NAME, text.toLowerCase(Locale.ROOT));
    }
    String name =
        text.length() > LONGEST_FILE_NAME * 2 ? null : canonical(IndicatorKind.FILE_NAME, text);
    if (name == null) {
      return null;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    key.clear(KeyKind.FILE_NAME, bytes.length).add(bytes);
    return key.digested();
  }

  private Key ascii(KeyKind kind, String text) {
    key.clear(kind, text.length()).addAscii(text);
    return key.digested();
  }

  private static @Nullable String canonical(IndicatorKind kind, String text) {
    try {
      String value = kind.canonical(text);
      return value.length() > LONGEST ? null : value;
    } catch (IllegalArgumentException e) {
      // What is no value of the kind is no indicator of it.
      return null;
    }
  }

  private static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : NOT_ASCII;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
