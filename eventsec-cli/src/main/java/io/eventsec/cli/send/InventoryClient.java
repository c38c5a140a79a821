package io.eventsec.cli.send;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Hands in what is installed on an asset, and stays with it until the server has it. The same sent
 * twice is recorded once: the server goes by its time.
 */
public final class InventoryClient {
  private static final Duration ANSWER = Duration.ofSeconds(120);
  private static final int OK = 200;

  private final ServerAccess access;
  private final Patience patience;
  private final PatientSender sender;

  /**
   * A client.
   *
   * @param waiting told why, each time that it has to be tried again
   */
  public InventoryClient(ServerAccess access, Patience patience, Consumer<String> waiting) {
    this.access = access;
    this.patience = patience;
    this.sender = new PatientSender(patience, waiting);
  }

  /**
   * Which asset it is.
   *
   * @param hostname its name
   * @param agentId what the agent on it calls itself; empty if none is there
   * @param cloudId the cloud and what it calls the machine; empty if it is in none
   * @param addresses its IP addresses
   */
  public record Asset(
      String hostname, Optional<String> agentId, Optional<String> cloudId, Set<String> addresses) {
    /** Copies the addresses. */
    public Asset {
      addresses = Set.copyOf(addresses);
    }
  }

  /**
   * Sends it until it is taken in.
   *
   * @param cycloneDx the inventory as CycloneDX, JSON
   * @return what became of it
   * @throws CommandFailedException if the server refuses it or patience is over
   */
  public RecordedInventory send(Asset asset, byte[] cycloneDx) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint(asset))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + access.token())
            .header("Content-Type", "application/vnd.cyclonedx+json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(cycloneDx))
            .build();
    Answer answer = sender.send(request, this::gaveUp);
    if (answer.status() != OK || !answer.fields().containsKey("outcome")) {
      throw new CommandFailedException(
          ExitStatus.REFUSED,
          access + " refused the inventory of '" + asset.hostname() + "': " + answer.words(),
          cure(answer.status()));
    }
    return RecordedInventory.of(answer.fields());
  }

  private URI endpoint(Asset asset) {
    StringBuilder path = new StringBuilder("api/v1/inventory/sboms?hostname=");
    path.append(encoded(asset.hostname()));
    asset.agentId().ifPresent(id -> path.append("&agentId=").append(encoded(id)));
    asset.cloudId().ifPresent(id -> path.append("&cloudId=").append(encoded(id)));
    new TreeSet<>(asset.addresses())
        .forEach(address -> path.append("&address=").append(encoded(address)));
    return access.resolve(path.toString());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private CommandFailedException gaveUp(String reason) {
    return new CommandFailedException(
        ExitStatus.UNREACHABLE,
        access
            + " did not take the inventory for "
            + patience.limit().orElseThrow().toSeconds()
            + " s; the last time: "
            + reason,
        "see that the server runs and is ready ("
            + access
            + "/readyz says why not), then run the same command again");
  }

  private static String cure(int status) {
    return switch (status) {
      case 401, 403 ->
          "use the token of a sensor that is not revoked: the console makes one (Sensors)";
      case 404 -> "check the address, and that the server is as new as this command";
      case 413 -> "look for libraries in fewer directories, with --path";
      default -> "mend that, then run the same command again";
    };
  }
}
