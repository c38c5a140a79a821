package io.eventsec.cli.up;

import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eventsec up}: everything on this machine, until Ctrl-C. */
@Command(
    name = "up",
    description = {
      "Start PostgreSQL, OpenSearch and the application, and keep them running until Ctrl-C.",
      "EVENTSEC_DB_URL (with EVENTSEC_DB_USER and EVENTSEC_DB_PASSWORD or EVENTSEC_DB_PASSWORD_FILE)"
          + " and EVENTSEC_OPENSEARCH_URL name existing servers to use instead."
    })
public final class UpCommand extends TerminalCommand {
  private static final int PORT = 9080;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept. Default: .eventsec in your home directory.")
  private Path data = Path.of(System.getProperty("user.home"), ".eventsec");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + PORT,
      description = "Port of the console and the API. Default: ${DEFAULT-VALUE}.")
  private int port = PORT;

  @Option(
      names = "--demo",
      description = "Feed the sample capture of a small intrusion, to have alerts to look at.")
  private boolean demo;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Directory of Sigma rules to run beside the bundled ones.")
  private @Nullable Path rules;

  @Override
  public Integer call() throws IOException, InterruptedException {
    UpPlan plan =
        new UpPlan(
            data.toAbsolutePath().normalize(),
            port,
            Optional.ofNullable(rules),
            DatabaseAccess.of(System.getenv()),
            Optional.ofNullable(System.getenv("EVENTSEC_OPENSEARCH_URL"))
                .filter(u -> !u.isBlank()));
    Distribution distribution = Distribution.current();
    Running running = new Running(terminal());
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    try {
      run(plan, distribution, running);
      return ExitStatus.OK;
    } catch (Running.StoppingException e) {
      return ExitStatus.OK; // the signal that asked for it decides the status
    } catch (RuntimeException | IOException e) {
      if (running.isStopping()) {
        return ExitStatus.OK; // what fails now fails because it is being stopped
      }
      throw e;
    } finally {
      running.stop();
    }
  }

  private void run(UpPlan plan, Distribution distribution, Running running)
      throws IOException, InterruptedException {
    terminal().print("EVENTSEC on " + plan.data());
    Installation installation = new Installation(plan, distribution, terminal(), running);
    Installation.Started started = installation.start();
    if (demo) {
      new Demo(plan, started, terminal(), running).run();
    }
    welcome(plan, started.data());
    installation.watch(started);
  }

  private void welcome(UpPlan plan, DataDirectory kept) throws IOException {
    terminal().print("");
    terminal().print("Console: " + plan.address() + "/");
    if (Files.exists(kept.setupToken())) {
      String token = Files.readString(kept.setupToken()).strip();
      terminal()
          .print("Set the administrator's password here (this link works once, for 24 hours):");
      terminal().print("  " + plan.address() + "/setup#token=" + token);
    }
    terminal().print("Ship a file as it grows (with --once, as it is):");
    terminal()
        .print(
            "  "
                + System.getProperty("eventsec.command", "eventsec")
                + " ship eve.json --source suricata --server "
                + plan.address()
                + " --token-file "
                + kept.sensorToken());
    terminal().print("Ctrl-C stops everything; the data stays.");
  }
}
