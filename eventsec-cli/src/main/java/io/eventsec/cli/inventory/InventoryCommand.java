package io.eventsec.cli.inventory;

import io.eventsec.cli.send.InventoryClient;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.vuln.inventory.CycloneDxWriter;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.inventory.host.OsRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eventsec inventory}: what is installed here, as CycloneDX. */
@Command(
    name = "inventory",
    description = {
      "Print what is installed on this host as CycloneDX 1.6: packages of dpkg, apk and rpm, and what",
      "npm, pip and Maven left in files that are of no such package.",
      "'eventsec vulns' reads it; with --server it is sent there, where the newest is in force.",
      "Status 0; 2 if the root is no directory; 3 if the server refuses, 4 if it is not to be reached."
    })
public final class InventoryCommand extends TerminalCommand {
  private static final int MOST_TOLD = 20;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = "/",
      description = "The root of the file system to look at. Default: ${DEFAULT-VALUE}.")
  private Path root = Path.of("/");

  @Option(
      names = "--path",
      paramLabel = "DIR",
      description = {
        "Where in it to look for packages of npm, pip and Maven; may be given several times.",
        "Default: everywhere."
      })
  private List<Path> paths = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the asset is called. Default: this host's name.")
  private Optional<String> name = Optional.empty();

  @ArgGroup(exclusive = false, heading = "To a server:%n")
  private @Nullable SendOptions send;

  private final List<String> problems = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(root)) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, root + " is no directory", "name the root of a file system");
    }
    SendOptions sending = send;
    Optional<InventoryClient> client =
        Optional.ofNullable(sending).map(options -> options.client(terminal()));
    Path real = root.toRealPath();
    SystemPackages system = new SystemPackages(real, problems::add);
    OsRelease os = system.osRelease();
    List<SoftwareComponent> components = new ArrayList<>(system.read(os));
    int packages = components.size();
    for (Path start : starts(real)) {
      components.addAll(LanguageWalk.read(real, start, system.owned(), problems::add));
    }
    String hostname = name.orElseGet(InventoryCommand::host);
    byte[] document = document(hostname, components);
    tell(os, packages, components.size() - packages);
    if (sending == null || client.isEmpty()) {
      terminal().print(new String(document, StandardCharsets.UTF_8));
    } else {
      InventoryClient.Asset asset = sending.asset(hostname, real);
      sending.tell(hostname, client.get().send(asset, document), terminal());
    }
    return ExitStatus.OK;
  }

  private List<Path> starts(Path real) throws IOException {
    if (paths.isEmpty()) {
      return List.of(real);
    }
    List<Path> starts = new ArrayList<>();
    for (Path path : paths) {
      Path start = path.toRealPath();
      if (!start.startsWith(real)) {
        throw new CommandFailedException(
            ExitStatus.UNREADABLE,
            path + " is not below " + root,
            "name a directory below the root");
      }
      starts.add(start);
    }
    return starts;
  }

  private static byte[] document(String hostname, List<SoftwareComponent> components)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SoftwareInventory inventory =
        new SoftwareInventory(
            hostname,
            Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS)),
            components,
            List.of());
    new CycloneDxWriter().write(inventory, "device", out);
    return out.toByteArray();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private void tell(OsRelease os, int packages, int others) {
    problems.stream().limit(MOST_TOLD).forEach(problem -> terminal().note(problem));
    if (problems.size() > MOST_TOLD) {
      terminal().note("and %d more problems", problems.size() - MOST_TOLD);
    }
    terminal()
        .note(
            "%s: %d packages of the distribution, %d of npm, pip and Maven, %d problems",
            os.prettyName().isEmpty() ? os.release() : os.prettyName(),
            packages,
            others,
            problems.size());
  }
}
