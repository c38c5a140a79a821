package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.template.MessageTemplate;
import io.eventsec.core.internal.JarText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What programs write into their messages, read from a resource. Lines:
 *
 * <pre>
 * [sshd, sshd-session]            the programs that the following is about; [+] for any,
 *                                 [*] for lines that name none
 * ecs = value                     what holds for every message below that fits
 * &gt; text with {gaps}              a message, as {@link MessageTemplate} says; several before one
 *                                 another's lines share them. A gap with the name of an ECS field
 *                                 sets it, @timestamp the time, any other a native field
 * ecs = value                     indented: what holds for this message; see {@link FieldTable}
 * # remark
 * </pre>
 *
 * Immutable once read.
 */
final class MessageTable {
  private static final String ANY = "*";
  private static final String ANY_NAMED = "+";
  private static final int NO_CONDITION = Integer.MAX_VALUE;

  private final Map<String, MessageShapes> byProgram = new HashMap<>();

  private MessageTable(Map<String, List<MessageShape>> shapes) {
    shapes.forEach((program, some) -> byProgram.put(program, new MessageShapes(some)));
  }

  static MessageTable read(List<String> resources) {
    Map<String, List<MessageShape>> shapes = new HashMap<>();
    for (String resource : resources) {
      new Reader(shapes).read(resource);
    }
    shapes.values().forEach(some -> some.forEach(shape -> shape.section().built()));
    return new MessageTable(shapes);
  }

  /** What a message of a program says; the first shape that it has. */
  Optional<FoundMessage> find(String program, String message) {
    Optional<FoundMessage> own = among(program.toLowerCase(Locale.ROOT), message);
    return own.isPresent() ? own : among(ANY_NAMED, message);
  }

  private Optional<FoundMessage> among(String program, String message) {
    return byProgram.getOrDefault(program, MessageShapes.NONE).find(message);
  }

  /** What a line says that no program is named with. */
  Optional<FoundMessage> find(String message) {
    return among(ANY, message);
  }

  /** All shapes by program. */
  Map<String, MessageShapes> shapes() {
    return byProgram;
  }

  /** Reads one resource. */
  private static final class Reader {
    private final Map<String, List<MessageShape>> shapes;
    private List<String> programs = List.of();
    private TableSection common = new TableSection();
    private TableSection own = common;
    private boolean templatesGoOn;
    private int condition = NO_CONDITION;

    Reader(Map<String, List<MessageShape>> shapes) {
      this.shapes = shapes;
    }

    void read(String resource) {
      for (String line : JarText.read(MessageTable.class, resource).lines().toList()) {
        String text = line.strip();
        if (text.startsWith("[") && text.endsWith("]") && !line.startsWith(" ")) {
          section(text);
        } else if (text.startsWith("> ")) {
          template(text.substring(2));
        } else if (!text.isEmpty() && !text.startsWith("#")) {
          entry(text, line.indexOf(text));
          templatesGoOn = false;
        }
      }
    }

    /** What stands further in than a condition holds under it only. */
    private void entry(String text, int indent) {
      if (indent > condition) {
        FieldTable.caseEntry(text, own);
        return;
      }
      FieldTable.entry(text, own);
      condition = text.startsWith(FieldTable.WHEN) ? indent : NO_CONDITION;
    }

    private void section(String head) {
      programs =
          List.of(head.substring(1, head.length() - 1).toLowerCase(Locale.ROOT).split(" *, *"));
      common = new TableSection();
      own = common;
      templatesGoOn = false;
      condition = NO_CONDITION;
    }

    private void template(String text) {
      condition = NO_CONDITION;
      if (!templatesGoOn) {
        own = new TableSection(common);
        templatesGoOn = true;
      }
      MessageShape shape = new MessageShape(MessageTemplate.parse(text), own);
      for (String program : programs) {
        shapes.computeIfAbsent(program, name -> new ArrayList<>()).add(shape);
      }
    }
  }
}
