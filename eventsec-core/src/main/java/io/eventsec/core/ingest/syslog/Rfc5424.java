package io.eventsec.core.ingest.syslog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What RFC 5424 (section 6) makes of a text.
 *
 * @param message the whole of it; with a problem, what stands before the place
 * @param problem why it is no message of that form; empty if it is one
 */
public record Rfc5424(SyslogMessage message, Optional<SyslogProblem> problem) {
  private static final int MOST_PRIORITY = 191;
  private static final int LONGEST_HOST = 255;
  private static final int LONGEST_APP = 48;
  private static final int LONGEST_PROCESS = 128;
  private static final int LONGEST_KIND = 32;

  /** Parses by the letter, in time that grows with the length only. Never throws. */
  public static Rfc5424 parse(String text) {
    SyslogParts parts = new SyslogParts();
    SyslogCursor at = new SyslogCursor(text);
    try {
      head(at, parts);
      StructuredData.read(at, parts.structuredData);
      parts.message = rest(at);
      return new Rfc5424(parts.message(), Optional.empty());
    } catch (UnexpectedTextException e) {
      SyslogProblem problem =
          new SyslogProblem(at.column(), String.valueOf(e.getMessage()), at.rest());
      return new Rfc5424(parts.message(), Optional.of(problem));
    }
  }

  /** True if it starts with a priority and a version, as no other form of syslog does. */
  public static boolean isLikely(String text) {
    int end = text.indexOf('>');
    return text.startsWith("<")
        && end > 1
        && end <= 4
        && end + 2 < text.length()
        && text.charAt(end + 1) >= '1'
        && text.charAt(end + 1) <= '9'
        && (text.charAt(end + 2) == ' '
            || end + 3 < text.length()
                && isDigit(text.charAt(end + 2))
                && text.charAt(end + 3) == ' ');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void head(SyslogCursor at, SyslogParts parts) throws UnexpectedTextException {
    at.expect('<', "a priority in angle brackets");
    parts.priority = at.number(0, MOST_PRIORITY, "a priority from 0 to 191");
    at.expect('>', "a priority in angle brackets");
    parts.version = at.number(1, 999, "a version from 1 to 999");
    at.blank();
    parts.timestamp = timestamp(at);
    at.blank();
    parts.hostname = at.name(LONGEST_HOST, "a host name");
    at.blank();
    parts.appName = at.name(LONGEST_APP, "the name of a program");
    at.blank();
    parts.procId = at.name(LONGEST_PROCESS, "the id of a process");
    at.blank();
    parts.msgId = at.name(LONGEST_KIND, "the kind of a message");
    at.blank();
  }

  private static @Nullable String timestamp(SyslogCursor at) throws UnexpectedTextException {
    if (at.take('-')) {
      return null;
    }
    int end = Rfc3339Time.end(at.text(), at.column());
    if (end < 0) {
      throw new UnexpectedTextException("a time as 2026-11-27T08:15:30.123456Z");
    }
    return at.upTo(end);
  }

  /** Nothing, or a blank and any text. */
  private static @Nullable String rest(SyslogCursor at) throws UnexpectedTextException {
    if (at.rest().isEmpty()) {
      return null;
    }
    at.blank();
    String message = at.upTo(at.text().length());
    return message.isEmpty() ? null : message;
  }
}
