package io.eventsec.core.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values of a line that are separated by a character (RFC 4180 where it is a comma): a value in
 * double quotes may hold the separator, and a quote that is doubled. Reads the line once.
 */
final class CsvLine {
  private final String line;
  private final char separator;
  private final int most;
  private final List<String> values = new ArrayList<>();
  private int at;

  private CsvLine(String line, char separator, int most) {
    this.line = line;
    this.separator = separator;
    this.most = most;
  }

  /** All values between commas. */
  static List<String> of(String line) {
    return of(line, ',', Integer.MAX_VALUE);
  }

  /** The first values, at most so many. */
  static List<String> of(String line, char separator, int most) {
    return new CsvLine(line, separator, most).read();
  }

  /** Puts the values under their names; those that are empty, and names that are, are left out. */
  static void name(List<String> names, List<String> values, Map<String, Object> fields) {
    int count = Math.min(names.size(), values.size());
    for (int i = 0; i < count; i++) {
      String value = values.get(i).strip();
      if (!value.isEmpty() && !names.get(i).equals("-")) {
        fields.put(names.get(i), value);
      }
    }
  }

  private List<String> read() {
    boolean goesOn = true;
    while (goesOn && values.size() < most) {
      boolean isQuoted = at < line.length() && line.charAt(at) == '"';
      values.add(isQuoted ? quoted() : bare());
      goesOn = at < line.length();
      at++;
    }
    return values;
  }

  private String bare() {
    int start = at;
    int end = line.indexOf(separator, at);
    at = end < 0 ? line.length() : end;
    return line.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < line.length() && !endsQuote()) {
      at += line.charAt(at) == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"' ? 1 : 0;
      value.append(line.charAt(at));
      at++;
    }
    int behind = Math.min(at + 1, line.length());
    at = behind;
    return value.append(bare()).toString();
  }

  /** A quote in front of a separator ends the value; any other is part of it. */
  private boolean endsQuote() {
    if (line.charAt(at) != '"') {
      return false;
    }
    boolean isDoubled = at + 1 < line.length() && line.charAt(at + 1) == '"';
    return !isDoubled && (at + 1 == line.length() || line.charAt(at + 1) == separator);
  }
}
