package io.eventsec.distribution;

import io.eventsec.cli.Main;
import io.eventsec.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of another command than {@code up}, in this process. */
record Command(int status, String out, String err) {

  static Command run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false), arguments);
    return new Command(status, out.toString(), err.toString());
  }

  /** Ships a file to an installation; how far it got is remembered in the directory. */
  static Command ship(Up up, String source, Path log, Path state, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("ship", "--once", log.toString(), "--source", source));
    arguments.addAll(List.of("--server", up.address().toString()));
    arguments.addAll(List.of("--token-file", up.tokenFile().toString()));
    arguments.addAll(List.of("--state", state.toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }
}
