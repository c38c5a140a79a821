package io.eventsec.core.ingest.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a command line of Windows, as its programs take it apart: blanks between them,
 * quotes around those that have blanks, and a backslash before a quote that belongs to one.
 */
final class CommandLine {
  private static final int MOST = 512;

  private CommandLine() {}

  /** Sets {@code args} and {@code args_count} of a process, at most 512 of them. */
  static void write(String process, String line, EcsWriter out) {
    List<String> arguments = split(line);
    if (!arguments.isEmpty()) {
      out.putIfAbsent(process + ".args", List.copyOf(arguments));
      out.putIfAbsent(process + ".args_count", (long) arguments.size());
    }
  }

  /** The program and its arguments; what is beyond the 512th is left out. */
  static List<String> split(String line) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int at = 0; at < line.length() && arguments.size() < MOST; at++) {
      char c = line.charAt(at);
      if (c == '\\' && line.startsWith("\"", at + 1)) {
        argument.append('"');
        begun = true;
        at++;
      } else if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (!quoted && (c == ' ' || c == '\t')) {
        if (begun) {
          arguments.add(argument.toString());
          argument.setLength(0);
          begun = false;
        }
      } else {
        argument.append(c);
        begun = true;
      }
    }
    if (begun && arguments.size() < MOST) {
      arguments.add(argument.toString());
    }
    return arguments;
  }
}
