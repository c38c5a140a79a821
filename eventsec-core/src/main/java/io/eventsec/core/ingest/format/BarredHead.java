package io.eventsec.core.ingest.format;

import java.util.Optional;

/** The parts between bars that CEF and LEEF start with; a backslash takes a bar as it is. */
final class BarredHead {
  private final String line;
  private int at;

  BarredHead(String line, int start) {
    this.line = line;
    this.at = start;
  }

  /** The next part; empty if no bar follows, and what is left stays. */
  Optional<String> next() {
    StringBuilder part = new StringBuilder();
    for (int i = at; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '|') {
        at = i + 1;
        return Optional.of(part.toString().strip());
      }
      boolean escapes =
          c == '\\'
              && i + 1 < line.length()
              && (line.charAt(i + 1) == '|' || line.charAt(i + 1) == '\\');
      i += escapes ? 1 : 0;
      part.append(line.charAt(i));
    }
    return Optional.empty();
  }

  String rest() {
    return line.substring(at);
  }
}
