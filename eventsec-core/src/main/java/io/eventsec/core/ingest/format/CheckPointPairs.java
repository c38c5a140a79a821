package io.eventsec.core.ingest.format;

import java.util.Map;

/** {@code name:"value"; name:"value"]}, in which a backslash takes a quote as it is. */
final class CheckPointPairs {
  private final String line;
  private int at;

  CheckPointPairs(String line, int start) {
    this.line = line;
    this.at = start;
  }

  static boolean isName(String line, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  void read(Map<String, Object> fields) {
    while (at < line.length() && line.charAt(at) != ']') {
      int colon = line.indexOf(":\"", at);
      if (colon < 0) {
        return;
      }
      // Some names, sys_message among them, have two colons behind them.
      int end = colon > at && line.charAt(colon - 1) == ':' ? colon - 1 : colon;
      String name = line.substring(at, end).strip();
      at = colon + 2;
      String value = value();
      if (!value.isEmpty() && !name.isEmpty()) {
        fields.put(name, value);
      }
      while (at < line.length() && (line.charAt(at) == ';' || line.charAt(at) == ' ')) {
        at++;
      }
    }
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    while (at < line.length() && line.charAt(at) != '"') {
      boolean escapes = line.charAt(at) == '\\' && at + 1 < line.length();
      at += escapes && "\"\\]".indexOf(line.charAt(at + 1)) >= 0 ? 1 : 0;
      value.append(line.charAt(at));
      at++;
    }
    at++;
    return value.toString();
  }
}
