package io.eventsec.core.event;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a text begins with, as far as it tells which ways to write a time are worth a try: most
 * texts begin with none of these, and to learn that costs a look at three characters.
 */
enum LogTimeStart {
  /** A month's name of three letters, in whatever case. */
  MONTH,
  /** A weekday's. */
  WEEKDAY,
  /** One or two digits, and a dash or blank. */
  DAY,
  /** One or two digits, and a slash. */
  SLASHED,
  /** One or two digits, and a dot. */
  DOTTED,
  /** Four digits, and a dash or slash. */
  YEAR,
  /** Four digits, and a blank. */
  FOUR_DIGITS,
  /** Eight digits, and a blank or colon. */
  EIGHT_DIGITS,
  /** Ten digits or more. */
  TEN_DIGITS,
  NOTHING;

  private static final int TEN = 10;
  private static final int LETTERS = 3;
  private static final int LOWER_CASE = 0x202020;
  private static final Set<Integer> MONTHS = names(LogTimeShape.MONTHS.toLowerCase(Locale.ROOT));
  private static final Set<Integer> WEEKDAYS = names("MonTueWedThuFriSatSun");

  /** What the text has at that place, which may be its end. */
  static LogTimeStart of(String text, int at) {
    if (at >= text.length()) {
      return NOTHING;
    }
    return isDigit(text.charAt(at)) ? ofDigits(text, at) : ofLetters(text, at);
  }

  private static LogTimeStart ofDigits(String text, int at) {
    int digits = 1;
    while (digits < TEN && at + digits < text.length() && isDigit(text.charAt(at + digits))) {
      digits++;
    }
    int end = at + digits;
    char next = end < text.length() ? text.charAt(end) : 0;
    return switch (digits) {
      case 1, 2 -> ofDay(next);
      case 4 -> ofYear(next);
      case 8 -> next == ' ' || next == ':' ? EIGHT_DIGITS : NOTHING;
      case TEN -> TEN_DIGITS;
      default -> NOTHING;
    };
  }

  private static LogTimeStart ofDay(char next) {
    return switch (next) {
      case '-', ' ' -> DAY;
      case '/' -> SLASHED;
      case '.' -> DOTTED;
      default -> NOTHING;
    };
  }

  private static LogTimeStart ofYear(char next) {
    return switch (next) {
      case '-', '/' -> YEAR;
      case ' ' -> FOUR_DIGITS;
      default -> NOTHING;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static LogTimeStart ofLetters(String text, int at) {
    if (at + LETTERS > text.length()) {
      return NOTHING;
    }
    int word = letters(text, at);
    if (WEEKDAYS.contains(word)) {
      return WEEKDAY;
    }
    return MONTHS.contains(word | LOWER_CASE) ? MONTH : NOTHING;
  }

  /** Three characters in one number; what is not ASCII is none of the names in any case. */
  private static int letters(String text, int at) {
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    char third = text.charAt(at + 2);
    return (first | second | third) > 0x7F ? 0 : first << 16 | second << 8 | third;
  }

  private static Set<Integer> names(String names) {
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < names.length(); i += LETTERS) {
      numbers.add(letters(names, i));
    }
    return Set.copyOf(numbers);
  }
}
