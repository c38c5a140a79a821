package io.eventsec.distribution;

import io.eventsec.cli.Main;
import io.eventsec.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;

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
}
