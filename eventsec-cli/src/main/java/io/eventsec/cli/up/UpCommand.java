package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.embedded.EmbeddedServerException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eventsec up}: starts everything on this machine and stays until it is told to stop. */
@Command(
    name = "up",
    description = {
      "Start PostgreSQL, OpenSearch and the application on this machine.",
      "EVENTSEC_DB_URL (with _USER and _PASSWORD or _PASSWORD_FILE) and EVENTSEC_OPENSEARCH_URL"
          + " name servers to use instead. Ctrl-C stops all that was started."
    })
public final class UpCommand extends TerminalCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where data is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(System.getProperty("user.home"), ".eventsec");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the console and the API (default: ${DEFAULT-VALUE}).")
  private int port = 9080;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Sigma rules to run beside the bundled ones.")
  private @Nullable Path rules;

  @Option(names = "--demo", description = "Feed the sample capture of a small intrusion.")
  private boolean demo;

  @Override
  public Integer call() {
    Progress progress = new Progress(terminal());
    Installation installation = Installation.current();
    DataDirectory directory = DataDirectory.at(data);
    Settings settings = new Settings(directory, port, rules);
    try (Stack stack = new Stack(progress, installation, directory)) {
      stack.start(settings);
      greet(progress, settings, directory);
      if (demo) {
        long alerts =
            progress.step(
                "Sample capture sent and looked at",
                () -> new Demo(settings.base(), settings.sensorToken()).feed(stack.database()));
        progress.say("There are " + alerts + " alerts to look at.");
      }
      progress.say("Ctrl-C stops everything.");
      return stack.stay() ? ExitStatus.OK : ExitStatus.FAILED;
    } catch (EmbeddedServerException e) {
      // Its message holds the cure already.
      throw new CommandFailedException(ExitStatus.FAILED, String.valueOf(e.getMessage()), "", e);
    }
  }

  private static void greet(Progress progress, Settings settings, DataDirectory directory) {
    URI base = settings.base();
    progress.say("");
    progress.say(
        String.format(
            Locale.ROOT, "EVENTSEC is ready after %.0f s: %s", progress.sinceStart(), base));
    settings
        .setupLink()
        .ifPresent(
            link -> {
              progress.say("Set the administrator's password (this link works once):");
              progress.say("  " + link);
            });
    progress.say(
        "Send a file: ./eventsec ship --server "
            + base
            + " --source NAME --token-file "
            + directory.sensorToken()
            + " FILE");
    progress.say("");
  }
}
