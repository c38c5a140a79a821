package io.eventsec.cli.ship;

import io.eventsec.cli.input.InputFile;
import io.eventsec.cli.input.RecordBatches;
import io.eventsec.cli.ship.FileShipper.ShipPlan;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventsec ship}: files to a server. */
@Command(
    name = "ship",
    description = {
      "Send log files to a server: lines of JSON or Zeek logs in TSV, gzip or not.",
      "Run again after an interruption, it goes on where the server's last answer was;"
          + " what is sent twice is stored once.",
      "Status 3 if the server refuses, 4 if it is not to be reached."
    })
public final class ShipCommand extends TerminalCommand {
  private static final int MOST_RECORDS = 5_000;
  private static final int MOST_IN_FLIGHT = 8;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://localhost:9080",
      description = "The server. Default: ${DEFAULT-VALUE}.")
  private URI server = URI.create("http://localhost:9080");

  @Option(
      names = "--source",
      paramLabel = "NAME",
      required = true,
      description = "Name of the source to send under, say suricata-hq.")
  private String source = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File with the sensor's token; without it, EVENTSEC_TOKEN holds the token.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--wait",
      description = "Wait for the server for ever, instead of two minutes at most.")
  private boolean waitForEver;

  @Option(
      names = "--again",
      description = "Send all of it, whatever has been sent before; the server recognises it.")
  private boolean again;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Where to remember how far each file is. Default: in the user's state directory.")
  private @Nullable Path state;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "" + RecordBatches.DEFAULT_RECORDS,
      description = "Most records a request, 1 to 5000. Default: ${DEFAULT-VALUE}.")
  private int batch = RecordBatches.DEFAULT_RECORDS;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "3",
      description = "Most requests at a time, 1 to 8. Default: ${DEFAULT-VALUE}.")
  private int inFlight = 3;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files, one after another.")
  private List<Path> files = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check("--batch", batch, MOST_RECORDS);
    check("--in-flight", inFlight, MOST_IN_FLIGHT);
    IngestTarget target = new IngestTarget(server, source, SensorToken.read(tokenFile));
    List<InputFile> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(new InputFile(file));
    }
    ShipState remembered = new ShipState(state == null ? ShipState.defaultDirectory() : state);
    ship(new ShipPlan(target, remembered, again, batch, inFlight, terminal()), inputs);
    return ExitStatus.OK;
  }

  private void ship(ShipPlan plan, List<InputFile> inputs)
      throws IOException, InterruptedException {
    Patience patience =
        waitForEver ? new Patience(Optional.empty()) : Patience.of(Duration.ofMinutes(2));
    IngestClient client =
        new IngestClient(plan.target(), patience, new WaitingNotes(terminal())::waiting);
    ExecutorService senders = Executors.newFixedThreadPool(inFlight);
    ShipCounts total = ShipCounts.NONE;
    try {
      for (InputFile input : inputs) {
        total = total.plus(new FileShipper(plan, client, senders, input).ship());
      }
    } finally {
      senders.shutdownNow();
    }
    if (inputs.size() > 1) {
      terminal()
          .print(
              inputs.size()
                  + " files: "
                  + total.accepted()
                  + " accepted, "
                  + total.duplicates()
                  + " of them duplicates, "
                  + total.before()
                  + " sent by earlier runs");
    }
  }

  private void check(String option, int value, int most) {
    if (value < 1 || value > most) {
      CommandSpec known = spec;
      String message = option + " " + value + " is not a number from 1 to " + most;
      throw known == null
          ? new IllegalArgumentException(message)
          : new ParameterException(known.commandLine(), message);
    }
  }
}
