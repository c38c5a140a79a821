package io.eventsec.cli.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run for what it prints. */
final class ChildOutput {
  private static final long LONGEST_MINUTES = 5;

  private final List<String> command;

  private ChildOutput(List<String> command) {
    this.command = command;
  }

  static ChildOutput of(List<String> start, List<String> more) {
    List<String> command = new ArrayList<>(start);
    command.addAll(more);
    return new ChildOutput(command);
  }

  /** Takes what is printed. */
  @FunctionalInterface
  interface Reader {
    void read(InputStream in) throws IOException;
  }

  /**
   * Runs it.
   *
   * @throws IOException if it is not there, fails, or takes more than five minutes to end
   */
  void read(Reader reader) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      reader.read(process.getInputStream());
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(command.get(0) + " does not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException(command.get(0) + " ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
