package io.eventsec.cli.send;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where batches go.
 *
 * @param server the installation's address, {@code http://host:port}
 * @param source the name of the source to send under
 * @param token the sensor's token; a secret
 */
public record IngestTarget(URI server, String source, String token) {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /**
   * Checks the parts.
   *
   * @throws CommandFailedException if one can't be used
   */
  public IngestTarget {
    ServerAccess.check(server, token);
    if (!SOURCE.matcher(source).matches()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "'" + source + "' is not a name of a source",
          "use 1 to 64 of a-z, 0-9, '.', '_' and '-', a letter or digit first");
    }
  }

  URI endpoint() {
    return new ServerAccess(server, token).resolve("api/v1/ingest/" + source);
  }

  @Override
  public String toString() {
    return server + " as " + source;
  }
}
