package io.eventsec.core.ingest.format;

import io.eventsec.core.internal.JarText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event of Windows, out of the text that Windows renders of it: labels with values
 * below headings, whatever is left between them of tabs and ends of lines. In time that grows with
 * the text's length.
 */
final class WindowsMessage {
  private static final String ANY = "*";
  private static final String BEHIND_LABEL = ":  ";
  private static final Map<String, Map<String, String>> NAMES = names();

  /** As many blanks part two labels; a label and its value are parted by fewer. */
  private static final int GAP = 3;

  private final Map<String, Object> data = new LinkedHashMap<>();
  private Map<String, String> heading = Map.of();
  private @Nullable String label;

  private WindowsMessage() {}

  private static Map<String, Map<String, String>> names() {
    Map<String, Map<String, String>> names = new HashMap<>();
    List<String> headings = List.of(ANY);
    List<String> lines =
        JarText.read(WindowsMessage.class, "windows-message.table").lines().toList();
    for (String line : lines) {
      int sign = line.indexOf(" = ");
      if (line.startsWith("[")) {
        headings = List.of(line.substring(1, line.length() - 1).split(", "));
      } else if (sign > 0 && !line.startsWith("#")) {
        for (String heading : headings) {
          names
              .computeIfAbsent(heading, key -> new HashMap<>())
              .put(line.substring(0, sign), line.substring(sign + 3));
        }
      }
    }
    return names;
  }

  /**
   * What a text says, under the names of the event's data; empty if it says nothing of the kind.
   */
  static Map<String, Object> data(String text) {
    WindowsMessage message = new WindowsMessage();
    int at = 0;
    while (at < text.length()) {
      int end = partEnd(text, at);
      String part = text.substring(at, end).strip();
      if (!part.isEmpty()) {
        message.take(part);
      }
      at = end + 1;
    }
    return message.data;
  }

  /** What Sysmon's text says: {@code Name: value} lines under the very names of its data. */
  static Map<String, Object> sysmon(String text) {
    Map<String, Object> data = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              int sign = line.indexOf(": ");
              if (sign > 0 && line.chars().limit(sign).allMatch(Character::isLetterOrDigit)) {
                data.putIfAbsent(line.substring(0, sign), line.substring(sign + 2).strip());
              }
            });
    return data;
  }

  /** Where blanks in a row begin, or a tab or the end of a line stands. */
  private static int partEnd(String text, int start) {
    int blanks = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        return i;
      }
      blanks = c == ' ' ? blanks + 1 : 0;
      if (blanks == GAP) {
        return i;
      }
    }
    return text.length();
  }

  private void take(String part) {
    int value = part.indexOf(BEHIND_LABEL);
    if (value > 0) {
      put(part.substring(0, value), part.substring(value + BEHIND_LABEL.length()).strip());
    } else if (part.endsWith(":")) {
      String name = part.substring(0, part.length() - 1);
      Map<String, String> known = NAMES.get(name);
      heading = known == null ? heading : known;
      label = known == null ? name : null;
    } else if (label != null) {
      put(label, part);
    }
  }

  private void put(String name, String value) {
    label = null;
    String own = heading.get(name);
    String field = own == null ? NAMES.getOrDefault(ANY, Map.of()).get(name) : own;
    if (field != null && !value.isEmpty()) {
      data.putIfAbsent(field, value);
    }
  }
}
