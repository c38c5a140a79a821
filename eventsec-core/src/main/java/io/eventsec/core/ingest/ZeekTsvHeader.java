package io.eventsec.core.ingest;

import java.util.ArrayList;
import java.util.List;

/** What the header of a Zeek log says. Text is one character for each byte throughout. */
final class ZeekTsvHeader {
  private String separator = "\t";
  private String setSeparator = ",";
  private String empty = "(empty)";
  private String unset = "-";
  private String path = "";
  private List<String> names = List.of();
  private List<String> types = List.of();

  /** Takes a line that starts with {@code #}; one that says nothing known is a remark. */
  void line(String text) {
    if (text.startsWith("#separator ")) {
      String value = ZeekTsvText.bytes(text.substring("#separator ".length()));
      separator = value.isEmpty() ? "\t" : value;
      return;
    }
    int end = text.indexOf(separator);
    if (end < 0) {
      return;
    }
    String value = text.substring(end + separator.length());
    switch (text.substring(1, end)) {
      case "set_separator" -> setSeparator = value.isEmpty() ? "," : ZeekTsvText.bytes(value);
      case "empty_field" -> empty = value;
      case "unset_field" -> unset = value;
      case "path" -> path = ZeekTsvText.decoded(value);
      case "fields" -> names = split(value).stream().map(ZeekTsvText::decoded).toList();
      case "types" -> types = split(value);
      default -> {
        // #open, #close and remarks
      }
    }
  }

  List<String> split(String text) {
    return split(text, separator);
  }

  List<String> elements(String cell) {
    return split(cell, setSeparator);
  }

  private static List<String> split(String text, String by) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(by); end >= 0; end = text.indexOf(by, start)) {
      parts.add(text.substring(start, end));
      start = end + by.length();
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** True if columns have been told. */
  boolean isKnown() {
    return !names.isEmpty();
  }

  /** True if there is a header, and it has a column for each cell. */
  boolean fits(List<String> cells) {
    return cells.size() == names.size() && (types.isEmpty() || types.size() == names.size());
  }

  boolean hasColumn(String name) {
    return names.contains(name);
  }

  String path() {
    return path;
  }

  String name(int column) {
    return names.get(column);
  }

  /** The column's type; text if the header doesn't say. */
  String type(int column) {
    return types.isEmpty() ? "string" : types.get(column);
  }

  boolean isUnset(String cell) {
    return cell.equals(unset);
  }

  boolean isEmpty(String cell) {
    return cell.equals(empty);
  }
}
