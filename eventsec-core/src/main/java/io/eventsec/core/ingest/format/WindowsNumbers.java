package io.eventsec.core.ingest.format;

import org.jspecify.annotations.Nullable;

/** Numbers that Windows writes in hexadecimal, or as signed where they are bits. */
final class WindowsNumbers {
  private static final int MOST_DIGITS = 16;

  private WindowsNumbers() {}

  /** 64 bits, from {@code 0x8020000000000000} or a whole number; 0 if it is neither. */
  static long bits(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    Long number = value instanceof String text ? parse(text) : null;
    return number == null ? 0 : number;
  }

  /** A process id, from {@code 0xfb0} or {@code 4016}; null if it is neither. */
  static @Nullable Long processId(Object value) {
    Long number = value instanceof Long whole ? whole : parse(value.toString());
    return number == null || number < 0 || number > 0xFFFF_FFFFL ? null : number;
  }

  private static @Nullable Long parse(String text) {
    try {
      return text.startsWith("0x") && text.length() <= MOST_DIGITS + 2
          ? (Long) Long.parseUnsignedLong(text, 2, text.length(), 16)
          : Numbers.whole(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
