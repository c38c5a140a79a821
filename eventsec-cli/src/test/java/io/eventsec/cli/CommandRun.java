package io.eventsec.cli;

import io.eventsec.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command in this JVM: its exit status and what it said. */
public record CommandRun(int status, String out, String err) {

  /** Runs it with these arguments, as a program would: nobody watches. */
  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false), arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }
}
