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
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,500}");

  /**
   * Checks the parts.
   *
   * @throws CommandFailedException if one can't be used
   */
  public IngestTarget {
    String scheme = String.valueOf(server.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https")) || server.getHost() == null) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "'" + server + "' is not the address of a server",
          "write it as http://host:port or https://host");
    }
    if (!SOURCE.matcher(source).matches()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "'" + source + "' is not a name of a source",
          "use 1 to 64 of a-z, 0-9, '.', '_' and '-', a letter or digit first");
    }
    if (!TOKEN.matcher(token).matches()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the sensor token is empty or has characters that no token has",
          "copy it again from the console (Sensors), the whole line and nothing else");
    }
  }

  URI endpoint() {
    String base = server.toString();
    return URI.create((base.endsWith("/") ? base : base + '/') + "api/v1/ingest/" + source);
  }

  @Override
  public String toString() {
    return server + " as " + source;
  }
}
