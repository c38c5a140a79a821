package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.internal.JarText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A format's table, read from a resource. Lines:
 *
 * <pre>
 * [section]                       one kind of record; [*], which comes first, is part of every one
 * ? native native=value           a record that has all of these is of this kind; a {@link Glob}
 *                                 after the sign; fewest other records have the first
 * ecs = value, value              a constant
 * ecs &lt; native, native : how      the first of these that a record has, brought over by a {@link
 *                                 Conversion}; text if it doesn't say
 * &#64;timestamp &lt; native, native    the fields that hold the time
 * when native, native : value, value
 *   ecs = value                   what holds if the first of these fields that a record has, has
 *                                 one of the values, each a {@link Glob}
 * # remark
 * </pre>
 */
final class FieldTable {
  static final String COMMON = "*";
  private static final String TIME = "@timestamp";
  static final String WHEN = "when ";

  private final Map<String, TableSection> sections;
  private final LookIndex looks;

  private FieldTable(Map<String, TableSection> sections) {
    this.sections = sections;
    this.looks = new LookIndex(sections);
  }

  /** Reads a table; of several resources, which go on with one another, the first has [*]. */
  static FieldTable read(String... resources) {
    Map<String, TableSection> sections = new LinkedHashMap<>();
    TableSection common = new TableSection();
    TableSection current = common;
    for (String line : lines(resources)) {
      String text = line.strip();
      if (text.equals("[" + COMMON + "]")) {
        sections.put(COMMON, common);
      } else if (text.startsWith("[")) {
        current = new TableSection(common);
        sections.put(text.substring(1, text.length() - 1), current);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        line(line, text, current);
      }
    }
    sections.values().forEach(TableSection::built);
    return new FieldTable(sections);
  }

  private static List<String> lines(String... resources) {
    return Stream.of(resources)
        .flatMap(resource -> JarText.read(FieldTable.class, resource).lines())
        .toList();
  }

  private static void line(String line, String text, TableSection section) {
    if (Character.isWhitespace(line.charAt(0))) {
      caseEntry(text, section);
    } else {
      entry(text, section);
    }
  }

  /** Reads one line that holds under the condition before it. */
  static void caseEntry(String text, TableSection section) {
    int constant = text.indexOf(" = ");
    section.caseConstant(text.substring(0, constant).strip(), list(text.substring(constant + 3)));
  }

  /** Reads one line that is no section's head. */
  static void entry(String text, TableSection section) {
    int constant = text.indexOf(" = ");
    int field = text.indexOf(" < ");
    if (text.startsWith("?")) {
      section.look(Look.read(text.substring(1)));
    } else if (text.startsWith(WHEN)) {
      int colon = text.indexOf(" : ");
      section.when(
          list(text.substring(WHEN.length(), colon)),
          list(text.substring(colon + 3)).stream().map(Glob::read).toList());
    } else if (text.startsWith(TIME)) {
      section.times(list(text.substring(text.indexOf('<') + 1)));
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
    return looks.kindOf(decoded);
  }

  /** All sections by kind, in the table's order. */
  Map<String, TableSection> sections() {
    return Collections.unmodifiableMap(sections);
  }
}
