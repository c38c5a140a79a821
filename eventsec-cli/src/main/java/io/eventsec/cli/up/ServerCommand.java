package io.eventsec.cli.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How Liberty is run: its own jar by this Java, without its shell script, so that there is one
 * process and its id is known.
 *
 * @param distribution where Liberty and the application are
 * @param output where it writes
 * @param options more options for its virtual machine, with spaces between, which win over those of
 *     the distribution; none if empty
 */
record ServerCommand(Distribution distribution, Path output, String options) {
  /** The variable that Liberty's own script takes such options from. */
  static final String OPTIONS = "JVM_ARGS";

  private static final int OPTIONS_SINCE = 24;

  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("@" + platformOptions());
    Path file = distribution.server().resolve("jvm.options");
    if (Files.exists(file)) {
      line.add("@" + file);
    }
    line.add("-XX:-UsePerfData");
    line.add("-Djava.awt.headless=true");
    Stream.of(options.split("\\s+")).filter(option -> !option.isEmpty()).forEach(line::add);
    line.addAll(List.of("-jar", distribution.serverJar().toString(), ApplicationServer.NAME));
    return line;
  }

  private Path platformOptions() {
    boolean recent = Runtime.version().feature() >= OPTIONS_SINCE;
    String file = recent ? "java24.options" : "java9.options";
    return distribution.runtime().resolve("lib").resolve("platform").resolve("java").resolve(file);
  }

  Map<String, String> environment() {
    return Map.of(
        "WLP_USER_DIR", distribution.users().toString(),
        "WLP_OUTPUT_DIR", output.toString(),
        // The rotated log has it all; the console's file is for what the virtual machine says.
        "WLP_LOGGING_CONSOLE_LOGLEVEL", "OFF");
  }

  Path console() {
    return output.resolve("console.log");
  }

  Path messages() {
    return output.resolve(ApplicationServer.NAME).resolve("logs").resolve("messages.log");
  }
}
