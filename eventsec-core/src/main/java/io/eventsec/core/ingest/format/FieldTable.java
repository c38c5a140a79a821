package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.internal.JarText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A format's table, read from a resource. Lines:
 *
 * <pre>
 * [section]                       one kind of record; [*], which comes first, is part of every one
 * ? native native                 a record that has all of these is of this kind
 * ecs = value, value              a constant
 * ecs &lt; native, native : how      the first of these that a record has, brought over by a {@link
 *                                 Conversion}; text if it doesn't say
 * # remark
 * </pre>
 */
final class FieldTable {
  static final String COMMON = "*";

  private final Map<String, TableSection> sections;

  private FieldTable(Map<String, TableSection> sections) {
    this.sections = sections;
  }

  static FieldTable read(String resource) {
    Map<String, TableSection> sections = new LinkedHashMap<>();
    TableSection common = new TableSection();
    TableSection current = common;
    for (String line : JarText.read(FieldTable.class, resource).lines().toList()) {
      String text = line.strip();
      if (text.equals("[" + COMMON + "]")) {
        sections.put(COMMON, common);
      } else if (text.startsWith("[")) {
        current = new TableSection(common);
        sections.put(text.substring(1, text.length() - 1), current);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        entry(text, current);
      }
    }
    sections.values().forEach(TableSection::built);
    return new FieldTable(sections);
  }

  /** Reads one line that is no section's head. */
  static void entry(String text, TableSection section) {
    int constant = text.indexOf(" = ");
    int field = text.indexOf(" < ");
    if (text.startsWith("?")) {
      section.look(List.of(text.substring(1).strip().split(" +")));
    } else if (constant > 0) {
      section.constant(text.substring(0, constant).strip(), list(text.substring(constant + 3)));
    } else if (field > 0) {
      field(text.substring(0, field).strip(), text.substring(field + 3), section);
    } else {
      throw new IllegalStateException("A table has the line '" + text + "', which says nothing");
    }
  }

  private static void field(String ecs, String from, TableSection section) {
    int colon = from.indexOf(" : ");
    String names = colon < 0 ? from : from.substring(0, colon);
    String how = colon < 0 ? "text" : from.substring(colon + 3).strip();
    section.field(ecs, list(names), Conversion.valueOf(how.toUpperCase(Locale.ROOT)));
  }

  private static List<String> list(String text) {
    return List.of(text.strip().split(" *, *"));
  }

  /** The section of that kind; empty if the table knows no such kind. */
  Optional<TableSection> section(String kind) {
    return Optional.ofNullable(sections.get(kind));
  }

  /** What holds for every record. */
  TableSection common() {
    TableSection common = sections.get(COMMON);
    if (common == null) {
      throw new IllegalStateException("A table lacks the section [" + COMMON + "]");
    }
    return common;
  }

  /** The first kind, in the table's order, that the record looks like. */
  Optional<String> kindOf(NativeRecord decoded) {
    for (Map.Entry<String, TableSection> section : sections.entrySet()) {
      if (section.getValue().looksLike(decoded)) {
        return Optional.of(section.getKey());
      }
    }
    return Optional.empty();
  }

  /** All sections by kind, in the table's order. */
  Map<String, TableSection> sections() {
    return Collections.unmodifiableMap(sections);
  }
}
