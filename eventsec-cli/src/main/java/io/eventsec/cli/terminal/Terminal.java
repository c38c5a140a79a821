package io.eventsec.cli.terminal;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a command speaks: results on {@code out}, everything else on {@code err}. Thread-safe as
 * far as whole lines go.
 *
 * @param out results, for people and programs
 * @param err progress and problems, for people
 * @param interactive true if a person watches {@code err}, so that a line may be overwritten
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
  /** Says so by {@code eventsec.terminal=true}, which the launcher sets from {@code test -t 2}. */
  private static final String PROPERTY = "eventsec.terminal";

  /** The process's own streams, in UTF-8 wherever it runs: what comes out is JSON. */
  public static Terminal system() {
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean(PROPERTY));
  }

  /** A line of result. */
  public void print(String line) {
    out.println(line);
    out.flush();
  }

  /** Lines of result, each with its end. */
  public void printLines(String lines) {
    out.write(lines);
    out.flush();
  }

  /** A line beside the result. */
  public void note(String line) {
    err.println(line);
    err.flush();
  }

  /** A formatted line beside the result. */
  public void note(String format, Object... arguments) {
    note(String.format(Locale.ROOT, format, arguments));
  }

  /** A line that the next one takes the place of; only where a person watches. */
  public void transientNote(String line) {
    if (interactive) {
      err.print('\r' + line + "\u001b[K");
      err.flush();
    }
  }

  /** Clears a transient line. */
  public void clearTransient() {
    transientNote("");
  }

  /** Tells of a failure and its cure. */
  public void fail(String problem, String cure) {
    clearTransient();
    err.println("eventsec: " + problem);
    if (!cure.isEmpty()) {
      err.println("What to do: " + cure + ".");
    }
    err.flush();
  }
}
