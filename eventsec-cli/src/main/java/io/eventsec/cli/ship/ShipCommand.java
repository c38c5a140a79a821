package io.eventsec.cli.ship;

import io.eventsec.cli.cut.BatchLimits;
import io.eventsec.cli.follow.FollowPlan;
import io.eventsec.cli.follow.FollowTimes;
import io.eventsec.cli.follow.Follower;
import io.eventsec.cli.follow.NamedFiles;
import io.eventsec.cli.follow.Stop;
import io.eventsec.cli.input.InputFile;
import io.eventsec.cli.input.RecordBatches;
import io.eventsec.cli.send.IngestClient;
import io.eventsec.cli.send.IngestTarget;
import io.eventsec.cli.send.Patience;
import io.eventsec.cli.send.SensorToken;
import io.eventsec.cli.send.WaitingNotes;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventsec ship}: files to a server, as they grow or as they are. */
@Command(
    name = "ship",
    description = {
      "Send log files to a server as they grow, until stopped: over rotation, restarts, and times"
          + " without a server. With --once, send them as they are and end.",
      "Lines of JSON, logs as text, Zeek logs in TSV, Linux audit logs; gzip or not.",
      "What was acknowledged is remembered; run again, it goes on there. What is sent twice is stored"
          + " once.",
      "Status with --once: 3 if the server refuses, 4 if it is not to be reached."
    })
public final class ShipCommand extends TerminalCommand {
  private static final int MOST_RECORDS = 5_000;
  private static final int MOST_IN_FLIGHT = 8;
  private static final int MOST_FILES = 100_000;

  @Option(
      names = {"--server", "--url"},
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
      names = "--once",
      description = "Send the files as they are now, a last line without its end too, and end.")
  private boolean once;

  @Option(
      names = "--wait",
      description = "With --once: wait for the server for ever, instead of two minutes at most.")
  private boolean waitForEver;

  @Option(
      names = "--again",
      description =
          "With --once: send all of it, whatever has been sent before; the server recognises it.")
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

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description =
          "A directory that rotation moves files to: what was begun before is ended there, and"
              + " nothing is begun.")
  private List<Path> archives = List.of();

  @Option(
      names = "--most-files",
      paramLabel = "N",
      defaultValue = "500",
      description = "Most files open at a time. Default: ${DEFAULT-VALUE}.")
  private int mostFiles = 500;

  @Option(
      names = "--health-file",
      paramLabel = "FILE",
      description = "Write there every two seconds how it is, as JSON.")
  private @Nullable Path health;

  @ArgGroup(exclusive = false, heading = "Captures of packets:%n")
  private @Nullable PcapOptions pcap;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files, directories, or quoted patterns such as '/var/log/zeek/**/*.log'.")
  private List<String> names = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check("--batch", batch, MOST_RECORDS);
    check("--in-flight", inFlight, MOST_IN_FLIGHT);
    check("--most-files", mostFiles, MOST_FILES);
    checkMeaning();
    IngestTarget target = new IngestTarget(server, source, SensorToken.read(tokenFile));
    ShipState remembered = new ShipState(state == null ? ShipState.defaultDirectory() : state);
    PcapOptions captures = pcap;
    if (captures != null) {
      new PcapShipping(captures, remembered, again).ship(shipping(target, remembered), patience());
    } else if (once) {
      shipOnce(target, remembered);
    } else {
      follow(target, remembered);
    }
    return ExitStatus.OK;
  }

  private OnceShipping shipping(IngestTarget target, ShipState remembered) {
    return new OnceShipping(target, remembered, again, batch, inFlight, terminal());
  }

  private Patience patience() {
    return waitForEver ? new Patience(Optional.empty()) : Patience.of(Duration.ofMinutes(2));
  }

  private void checkMeaning() {
    boolean ends = once || pcap != null;
    if (names.isEmpty() == (pcap == null)) {
      throw wrong("name either files to send or, with --pcap, captures");
    }
    if (again && !ends) {
      throw wrong("--again is for --once: a collector goes on where it was");
    }
    if (ends && (health != null || !archives.isEmpty())) {
      throw wrong("--health-file and --archive are for following, not for --once");
    }
  }

  private void shipOnce(IngestTarget target, ShipState remembered)
      throws IOException, InterruptedException {
    List<InputFile> inputs = new ArrayList<>();
    for (Path file : NamedFiles.of(names)) {
      inputs.add(new InputFile(file));
    }
    shipping(target, remembered).ship(inputs, patience());
  }

  private void follow(IngestTarget target, ShipState remembered)
      throws IOException, InterruptedException {
    FollowPlan plan =
        new FollowPlan(
            names,
            archives,
            remembered.followed(target),
            BatchLimits.of(batch),
            inFlight,
            mostFiles,
            Optional.ofNullable(health),
            FollowTimes.USUAL);
    Patience never = new Patience(Optional.empty());
    IngestClient client = new IngestClient(target, never, new WaitingNotes(terminal())::waiting);
    terminal().note("following " + String.join(" ", names) + " for " + target);
    Stop stop = new Stop();
    try (Signals signals = Signals.stopping(stop)) {
      new Follower(plan, client, terminal(), stop).run();
    }
  }

  private void check(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong(option + " " + value + " is not a number from 1 to " + most);
    }
  }

  private RuntimeException wrong(String message) {
    CommandSpec known = spec;
    return known == null
        ? new IllegalArgumentException(message)
        : new ParameterException(known.commandLine(), message);
  }
}
