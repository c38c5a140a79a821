package io.eventsec.cli.ship;

import io.eventsec.cli.pcap.Suricata;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of captures on the command line. */
final class PcapOptions {
  private static final String MOST_BYTES = "4294967296";

  @Option(
      names = "--pcap",
      paramLabel = "DIR",
      required = true,
      description =
          "Have a Suricata of this machine read the captures in there, send what it finds, and end.")
  private Path place = Path.of("");

  @Option(
      names = "--suricata",
      paramLabel = "PROGRAM",
      defaultValue = "suricata",
      description = "The program. Default: ${DEFAULT-VALUE}, on the path.")
  private String program = "suricata";

  @Option(
      names = "--suricata-config",
      paramLabel = "FILE",
      description = "Its suricata.yaml, if not its own.")
  private @Nullable Path configuration;

  @Option(
      names = "--pcap-minutes",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long it may take for a capture. Default: ${DEFAULT-VALUE}.")
  private long minutes = 30;

  @Option(
      names = "--pcap-bytes",
      paramLabel = "N",
      defaultValue = MOST_BYTES,
      description = "How much it may write about a capture. Default: ${DEFAULT-VALUE}.")
  private long bytes = Long.parseLong(MOST_BYTES);

  Path place() {
    return place;
  }

  /** The Suricata that they name, which is there. */
  Suricata suricata() {
    return new Suricata(
        Suricata.find(program),
        Optional.ofNullable(configuration),
        Duration.ofMinutes(Math.max(1, minutes)),
        bytes);
  }
}
