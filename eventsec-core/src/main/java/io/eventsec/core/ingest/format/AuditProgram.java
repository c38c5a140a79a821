package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program that an event of the audit system has started. */
final class AuditProgram {
  private static final int MOST_DIGITS = 6;

  private AuditProgram() {}

  static void write(List<NativeRecord> records, NativeRecord said, EcsWriter out) {
    // An argument that is too long for one record goes on in the next.
    Map<Integer, StringBuilder> arguments = new TreeMap<>();
    for (NativeRecord one : records) {
      if (AuditFields.type(one).equals("EXECVE")) {
        one.fields().forEach((name, value) -> add(name, value, arguments));
      }
    }
    List<Object> args = new ArrayList<>();
    arguments.values().forEach(one -> args.add(one.toString()));
    if (!args.isEmpty()) {
      out.put("process.args", args);
      out.put("process.args_count", (long) args.size());
      out.put("process.command_line", joined(args));
    } else if (said.text("SYSCALL").filter(call -> call.startsWith("execve")).isPresent()) {
      said.text("proctitle").ifPresent(title -> out.put("process.command_line", title));
    }
  }

  private static String joined(List<Object> args) {
    StringBuilder line = new StringBuilder();
    args.forEach(arg -> line.append(line.isEmpty() ? "" : " ").append(arg));
    return line.toString();
  }

  private static void add(String name, Object value, Map<Integer, StringBuilder> arguments) {
    int length = name.length();
    if (length < 2 || length > MOST_DIGITS + 1 || name.charAt(0) != 'a') {
      return;
    }
    Long number = Numbers.whole(name.substring(1));
    if (number != null && number >= 0) {
      StringBuilder text = arguments.computeIfAbsent(number.intValue(), key -> new StringBuilder());
      (value instanceof List<?> list ? list : List.of(value)).forEach(text::append);
    }
  }
}
