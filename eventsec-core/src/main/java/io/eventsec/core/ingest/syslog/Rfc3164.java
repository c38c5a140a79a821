package io.eventsec.core.ingest.syslog;

import io.eventsec.core.event.LogTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The older form of syslog, which RFC 3164 found in use and never ruled: a priority, a time, a
 * host, a tag, a text. Each may be missing, and devices write them in ways of their own.
 */
public final class Rfc3164 {
  private static final int MOST_PRIORITY = 191;
  private static final int LONGEST_PRIORITY = 3;
  private static final int LONGEST_HOST = 255;
  private static final int LONGEST_TAG = 96;
  private static final int LONGEST_WORDS = 24;
  private static final int LONGEST_ADDRESS = 15;

  private Rfc3164() {}

  /**
   * The message, if the text looks like one: it has a priority, or a time and a host or tag behind
   * it.
   */
  public static Optional<SyslogMessage> parse(String text) {
    SyslogMessage message = parseAny(text);
    boolean isOne =
        message.priority() >= 0
            || message.timestamp() != null
                && message.hostname() != null
                && (message.appName() != null || isKnown(message.message()));
    return isOne ? Optional.of(message) : Optional.empty();
  }

  /** What speaks for itself needs no tag. */
  private static boolean isKnown(@Nullable String text) {
    return text != null
        && (text.startsWith("{")
            || text.startsWith("1 2")
            || text.startsWith("%")
            || text.startsWith("CEF:")
            || text.startsWith("LEEF:")
            || isMarkBehindTime(text));
  }

  /** Cisco's firewalls say their own time, and then the mark of a message. */
  private static boolean isMarkBehindTime(String text) {
    int end = LogTime.end(text, 0);
    return end > 0 && text.startsWith(": %", end);
  }

  /** What any text says as a message; what is not found is the message's text. Never throws. */
  public static SyslogMessage parseAny(String text) {
    SyslogParts parts = new SyslogParts();
    int at = priority(text, parts);
    at = counter(text, at);
    at = hostBeforeTime(text, at, parts);
    int afterTime = LogTime.end(text, at);
    if (afterTime > at) {
      parts.timestamp = text.substring(at, afterTime);
      at = behindTime(text, afterTime);
      at = behindWords(text, at);
      at = parts.hostname == null ? host(text, at, parts) : at;
      at = behindRelayed(text, at, parts);
    }
    at = tag(text, at, parts);
    parts.message = at < text.length() ? text.substring(at) : null;
    return parts.message();
  }

  private static int priority(String text, SyslogParts parts) {
    int end = text.indexOf('>');
    if (!text.startsWith("<") || end < 2 || end > LONGEST_PRIORITY + 1) {
      return 0;
    }
    int value = 0;
    for (int i = 1; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return 0;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    if (value > MOST_PRIORITY) {
      return 0;
    }
    parts.priority = value;
    return end + 1;
  }

  /**
   * Behind the numbers that Cisco's devices, and what passes their messages on, give each message,
   * with the stars of an unset clock.
   */
  private static int counter(String text, int first) {
    int start = behindNumber(text, first);
    start = start > first ? behindNumber(text, start) : start;
    boolean isUnset =
        start + 1 < text.length()
            && (text.charAt(start) == '*' || text.charAt(start) == '.')
            && text.charAt(start + 1) >= 'A';
    return isUnset ? start + 1 : start;
  }

  private static int behindNumber(String text, int start) {
    int at = skipDigits(text, start);
    boolean isBehindPriority = start > 0 && text.charAt(start - 1) == '>';
    return (at > start || isBehindPriority) && text.startsWith(": ", at) ? at + 2 : start;
  }

  private static int skipDigits(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int behindTime(String text, int end) {
    int at = end;
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
    }
    return skipBlanks(text, at);
  }

  /**
   * NX-OS has the host and a colon before the time, and one behind it; others a further number
   * between them, or the process with a star.
   */
  private static int hostBeforeTime(String text, int start, SyslogParts parts) {
    int end = parts.priority < 0 ? start : wordEnd(text, start);
    boolean isHost =
        end - start > 1
            && end - start <= LONGEST_HOST
            && text.startsWith(": ", end - 1)
            && isHostName(text, start, end - 1);
    int time = isHost ? counter(text, end + 1) : end + 1;
    int behind = isHost ? LogTime.end(text, time) : time;
    boolean isTime = behind > time && text.startsWith(":", behind);
    if (!isTime && !(isHost && text.startsWith("*", end + 1))) {
      return start;
    }
    parts.hostname = text.substring(start, end - 1);
    return isTime ? time : end + 1;
  }

  /** Behind facility and severity in words, {@code <local0.info>}, as BSD's syslogd writes them. */
  private static int behindWords(String text, int start) {
    if (!text.startsWith("<", start)) {
      return start;
    }
    int end = start + 1;
    while (end < text.length() && end - start < LONGEST_WORDS && isWord(text.charAt(end))) {
      end++;
    }
    return text.startsWith("> ", end) ? skipBlanks(text, end + 1) : start;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || isDigit(c) || c == '.';
  }

  private static int skipBlanks(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** A word that is no tag. */
  private static int host(String text, int start, SyslogParts parts) {
    int end = wordEnd(text, start);
    // Cisco's firewalls have a colon behind the host, and then the mark of a message.
    if (text.startsWith(": %", end - 1)) {
      end--;
    }
    int length = end - start;
    if (length == 0 || length > LONGEST_HOST || end == text.length() || isTag(text, start, end)) {
      return start;
    }
    if (!isHostName(text, start, end)) {
      return start;
    }
    parts.hostname = text.substring(start, end);
    int next = skipBlanks(text, end);
    // Some of Cisco's have the colon behind the host.
    return text.startsWith(": ", next) ? next + 2 : next;
  }

  /** A relay leaves the address of the sender behind its own name, before the tag. */
  private static int behindRelayed(String text, int start, SyslogParts parts) {
    int end = wordEnd(text, start);
    int next = skipBlanks(text, end);
    boolean mayBe =
        parts.hostname != null
            && end - start > 6
            && end - start <= LONGEST_ADDRESS
            && text.substring(start, end).chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    int tag = mayBe ? wordEnd(text, next) : next;
    return tag - next > 2 && text.startsWith("]:", tag - 2) ? next : start;
  }

  private static boolean isTag(String text, int start, int end) {
    char last = text.charAt(end - 1);
    return last == ':' && !isAddress(text, start, end) || last == ']' && text.charAt(start) != '[';
  }

  /** An IPv6 address may end in colons. */
  private static boolean isAddress(String text, int start, int end) {
    return text.substring(start, end).endsWith("::");
  }

  private static boolean isHostName(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean fits = Character.isLetterOrDigit(c) || ".-_:/@[]%".indexOf(c) >= 0;
      if (!fits) {
        return false;
      }
    }
    return text.charAt(start) != '%' && text.charAt(start) != '[';
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) > ' ') {
      at++;
    }
    return at;
  }

  /** {@code program[123]: }, {@code program: } and what is like them. */
  private static int tag(String text, int start, SyslogParts parts) {
    int end = start;
    while (end < text.length() && isTagCharacter(text.charAt(end))) {
      end++;
    }
    int length = end - start;
    if (length == 0 || length > LONGEST_TAG || end == text.length()) {
      return start;
    }
    int afterId = end;
    String id = null;
    if (text.charAt(end) == '[') {
      int close = text.indexOf(']', end);
      if (close < 0 || close - end > LONGEST_TAG) {
        return start;
      }
      id = text.substring(end + 1, close);
      afterId = close + 1;
    }
    return named(text, new Tag(text.substring(start, end), id, afterId), parts).orElse(start);
  }

  private record Tag(String name, @Nullable String id, int end) {}

  private static Optional<Integer> named(String text, Tag tag, SyslogParts parts) {
    boolean hasColon = tag.end() < text.length() && text.charAt(tag.end()) == ':';
    int behind = hasColon ? tag.end() + 1 : tag.end();
    boolean ends = behind == text.length() || text.charAt(behind) == ' ';
    // A word without colon and id is the text's first.
    if (!ends && !(hasColon && tag.id() != null) || !hasColon && tag.id() == null) {
      return Optional.empty();
    }
    parts.appName = tag.name();
    parts.procId = tag.id() == null || tag.id().isEmpty() ? null : tag.id();
    return Optional.of(skipBlanks(text, behind));
  }

  private static boolean isTagCharacter(char c) {
    return Character.isLetterOrDigit(c) || "._-/()%@+\\".indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
