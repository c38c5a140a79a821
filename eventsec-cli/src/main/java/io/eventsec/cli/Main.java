package io.eventsec.cli;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.cli.terminal.TerminalCommand;
import picocli.CommandLine;

/** The {@code eventsec} command. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(run(Terminal.system(), arguments));
  }

  /**
   * Runs the command.
   *
   * @return the exit status
   */
  public static int run(Terminal terminal, String... arguments) {
    CommandLine commandLine = new CommandLine(new EventsecCommand(), new Commands(terminal));
    commandLine.setOut(terminal.out());
    commandLine.setErr(terminal.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler((e, line, parsed) -> failed(terminal, e));
    return commandLine.execute(arguments);
  }

  private static int failed(Terminal terminal, Exception e) throws Exception {
    if (e instanceof CommandFailedException failure) {
      terminal.fail(String.valueOf(failure.getMessage()), failure.cure());
      return failure.status();
    }
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      terminal.fail("interrupted", "");
      return ExitStatus.FAILED;
    }
    throw e;
  }

  /** Gives every command its terminal. */
  private record Commands(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      K made = CommandLine.defaultFactory().create(type);
      if (made instanceof TerminalCommand command) {
        command.use(terminal);
      }
      return made;
    }
  }
}
