package io.eventsec.core.ingest.template;

import io.eventsec.core.event.LogTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What may stand in the gap of a {@link MessageTemplate}. */
public enum GapKind {
  /** One character or more, none of them a blank, up to where the text behind it first stands. */
  WORD {
    @Override
    int end(String message, int start, GapEnd wanted) {
      int span = span(message, start, WORD_END);
      if (span == start) {
        return -1;
      }
      if (wanted.literal().isEmpty() || !isVisible(wanted.literal().charAt(0))) {
        return wanted.at(message, span);
      }
      int end = wanted.first(message, start);
      return end <= start || end > span ? -1 : end;
    }
  },
  /** Any text, or none, up to where the text behind it first stands. */
  TEXT {
    @Override
    int end(String message, int start, GapEnd wanted) {
      return wanted.first(message, start);
    }
  },
  /**
   * Any text, or none, up to where the text behind it last stands: for what a stranger has chosen,
   * such as the name of a user, which may contain the words that follow it.
   */
  LAST {
    @Override
    int end(String message, int start, GapEnd wanted) {
      return wanted.last(message, start);
    }
  },
  /** A time as {@link LogTime} knows it. */
  TIME {
    @Override
    int end(String message, int start, GapEnd wanted) {
      int end = LogTime.end(message, start);
      return end == start ? -1 : wanted.at(message, end);
    }
  },
  /** Blanks and tabs, or none. */
  BLANKS {
    @Override
    int end(String message, int start, GapEnd wanted) {
      return wanted.at(message, span(message, start, BLANK));
    }
  },
  /** Digits. */
  NUMBER {
    @Override
    int end(String message, int start, GapEnd wanted) {
      int span = span(message, start, DIGITS);
      return span == start ? -1 : wanted.at(message, span);
    }
  },
  /** What may be an IPv4 or IPv6 address; a port behind a colon is not part of it. */
  IP {
    @Override
    int end(String message, int start, GapEnd wanted) {
      int end = span(message, start, ADDRESS);
      if (end - start > LONGEST_ADDRESS) {
        end = mark(message, start, start + LONGEST_ADDRESS);
      }
      while (end > start) {
        if (wanted.at(message, end) >= 0 && looksLikeAddress(message, start, end)) {
          return end;
        }
        end = mark(message, start, end);
      }
      return -1;
    }
  },
  /** What may be an address, or else the name of a host: letters, digits and what joins them. */
  HOST {
    @Override
    int end(String message, int start, GapEnd wanted) {
      int end = IP.end(message, start, wanted);
      if (end > start) {
        return end;
      }
      int span = span(message, start, NAME);
      return span == start ? -1 : wanted.at(message, span);
    }
  };

  private static final int WORD_END = 0;
  private static final int DIGITS = 1;
  private static final int ADDRESS = 2;
  private static final int BLANK = 3;
  private static final int NAME = 4;
  private static final int LONGEST_ADDRESS = 45;

  /** Where it ends if it starts there; -1 if the message does not fit. */
  abstract int end(String message, int start, GapEnd wanted);

  /** False if none of its kind begins with that character. */
  boolean mayBeginWith(char first) {
    return switch (this) {
      case WORD -> isVisible(first);
      case NUMBER -> fits(first, DIGITS);
      case IP -> fits(first, ADDRESS);
      case TIME -> fits(first, DIGITS) || first < 0x80 && Character.isLetter(first);
      default -> true;
    };
  }

  /** True if it ends by what it is, whatever comes behind it. */
  boolean endsByItself() {
    return this != TEXT && this != LAST;
  }

  static GapKind named(String name) {
    for (GapKind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "No kind of gap is named '"
            + name
            + "'; kinds are "
            + Arrays.stream(values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }

  private static int span(String message, int start, int of) {
    int end = start;
    while (end < message.length() && fits(message.charAt(end), of)) {
      end++;
    }
    return end;
  }

  private static boolean fits(char c, int of) {
    return switch (of) {
      case WORD_END -> isVisible(c);
      case DIGITS -> c >= '0' && c <= '9';
      case BLANK -> c == ' ' || c == '\t';
      case NAME -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
      default -> Character.digit(c, 16) >= 0 && c < 0x80 || c == ':' || c == '.';
    };
  }

  private static boolean isVisible(char c) {
    return c > ' ';
  }

  /** Where the last colon or dot before the end stands; the start if there is none. */
  private static int mark(String message, int start, int end) {
    int at = end - 1;
    while (at > start && message.charAt(at) != ':' && message.charAt(at) != '.') {
      at--;
    }
    return Math.max(at, start);
  }

  /** Three dots and no colon, or two colons and more. */
  private static boolean looksLikeAddress(String message, int start, int end) {
    if (end - start > LONGEST_ADDRESS) {
      return false;
    }
    int dots = 0;
    int colons = 0;
    for (int i = start; i < end; i++) {
      dots += message.charAt(i) == '.' ? 1 : 0;
      colons += message.charAt(i) == ':' ? 1 : 0;
    }
    return colons == 0 ? dots == 3 : colons >= 2 && (dots == 0 || dots == 3);
  }
}
