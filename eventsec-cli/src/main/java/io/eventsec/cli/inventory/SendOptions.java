package io.eventsec.cli.inventory;

import io.eventsec.cli.send.InventoryClient;
import io.eventsec.cli.send.Patience;
import io.eventsec.cli.send.RecordedInventory;
import io.eventsec.cli.send.SensorToken;
import io.eventsec.cli.send.ServerAccess;
import io.eventsec.cli.send.WaitingNotes;
import io.eventsec.cli.terminal.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an inventory is sent to, and as whose. */
final class SendOptions {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = {"--server", "--url"},
      paramLabel = "URL",
      required = true,
      description = "The server: it is sent there instead of printed.")
  private URI server = URI.create("http://localhost:9080");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File with a sensor's token; without it, EVENTSEC_TOKEN holds the token.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--agent-id",
      paramLabel = "ID",
      description = "What tells this asset from others of its name, whatever it is called later.")
  private Optional<String> agentId = Optional.empty();

  @Option(
      names = "--cloud-id",
      paramLabel = "ID",
      description = {
        "The cloud and what it calls the machine: aws:i-0123456789abcdef0.",
        "Default: what cloud-init has written down."
      })
  private Optional<String> cloudId = Optional.empty();

  @Option(
      names = "--address",
      paramLabel = "IP",
      description = {
        "An address of the asset; may be given several times.",
        "Default: those of this host, if its own root is looked at."
      })
  private List<String> addresses = List.of();

  @Option(
      names = "--wait",
      description = "Wait for the server for ever, instead of two minutes at most.")
  private boolean waitForEver;

  /** What was asked for, checked before anything is looked at. */
  InventoryClient client(Terminal terminal) {
    Patience patience = waitForEver ? new Patience(Optional.empty()) : Patience.of(PATIENCE);
    return new InventoryClient(
        new ServerAccess(server, SensorToken.read(tokenFile)),
        patience,
        new WaitingNotes(terminal)::waiting);
  }

  /**
   * Which asset it is of.
   *
   * @param root what was looked at
   */
  InventoryClient.Asset asset(String hostname, Path root) {
    Set<String> known = root.equals(root.getRoot()) ? HostAddresses.read() : Set.of();
    return new InventoryClient.Asset(
        hostname,
        agentId,
        cloudId.or(() -> CloudInstance.read(root)),
        addresses.isEmpty() ? known : Set.copyOf(addresses));
  }

  /** Says what became of it. */
  void tell(String hostname, RecordedInventory recorded, Terminal terminal) {
    if (recorded.isInForce() && recorded.outdated()) {
      terminal.print(hostname + " at " + server + ": recorded already");
    } else if (recorded.outdated()) {
      terminal.print(
          hostname
              + " at "
              + server
              + ": nothing changed, one of "
              + recorded.inForceSince()
              + " is in force; look at the clock of this host if it is none of another");
    } else {
      terminal.print(hostname + " at " + server + ": " + recorded.changes());
    }
    if (!recorded.leftOut().equals("0")) {
      terminal.note("the server could not take in " + recorded.leftOut() + " components");
    }
  }
}
