package io.eventsec.core.ingest.syslog;

import java.util.LinkedHashMap;
import java.util.Map;

/** Structured data (RFC 5424, section 6.3): {@code [id name="value"][id]}, or a dash. */
final class StructuredData {
  private static final int LONGEST_NAME = 32;

  private StructuredData() {}

  static void read(SyslogCursor at, Map<String, Map<String, String>> elements)
      throws UnexpectedTextException {
    if (at.take('-')) {
      return;
    }
    at.expect('[', "structured data or a dash");
    do {
      String id = name(at, "the id of an element");
      if (elements.containsKey(id)) {
        throw new UnexpectedTextException("an id that no element before has");
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      elements.put(id, parameters);
      while (at.take(' ')) {
        String name = name(at, "the name of a parameter");
        at.expect('=', "an equals sign");
        String value = value(at);
        if (!at.isAt(' ') && !at.isAt(']')) {
          throw new UnexpectedTextException("a blank or the end of the element");
        }
        parameters.put(name, value);
      }
      at.expect(']', "the end of the element");
    } while (at.take('['));
  }

  private static String name(SyslogCursor at, String what) throws UnexpectedTextException {
    String text = at.text();
    int end = at.column();
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    int length = end - at.column();
    if (length == 0 || length > LONGEST_NAME) {
      throw new UnexpectedTextException(what + " of 1 to " + LONGEST_NAME + " characters");
    }
    return at.upTo(end);
  }

  private static boolean isNameCharacter(char c) {
    return c > ' ' && c < 0x7F && c != '=' && c != ']' && c != '"';
  }

  private static String value(SyslogCursor at) throws UnexpectedTextException {
    at.expect('"', "a quoted value");
    StringBuilder value = new StringBuilder();
    String text = at.text();
    while (!at.take('"')) {
      if (at.column() == text.length()) {
        throw new UnexpectedTextException("the end of the value");
      }
      if (at.take('\\')) {
        value.append(escaped(at));
      } else if (text.charAt(at.column()) == ']') {
        throw new UnexpectedTextException("a bracket behind a backslash");
      } else {
        value.append(at.upTo(at.column() + 1));
      }
    }
    return value.toString();
  }

  private static String escaped(SyslogCursor at) throws UnexpectedTextException {
    boolean known =
        at.column() < at.text().length() && "\\\"]".indexOf(at.text().charAt(at.column())) >= 0;
    if (!known) {
      throw new UnexpectedTextException("one of \\, \" and ] behind a backslash");
    }
    return at.upTo(at.column() + 1);
  }
}
