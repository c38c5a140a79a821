package io.eventsec.cli.send;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * A server, and the token that it knows the caller by.
 *
 * @param server the installation's address, {@code http://host:port}
 * @param token the sensor's token; a secret
 */
public record ServerAccess(URI server, String token) {
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,500}");

  /**
   * Checks the parts.
   *
   * @throws CommandFailedException if one can't be used
   */
  public ServerAccess {
    check(server, token);
  }

  /** Throws if one of them can't be used. */
  static void check(URI server, String token) {
    String scheme = String.valueOf(server.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https")) || server.getHost() == null) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "'" + server + "' is not the address of a server",
          "write it as http://host:port or https://host");
    }
    if (!TOKEN.matcher(token).matches()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the sensor token is empty or has characters that no token has",
          "copy it again from the console (Sensors), the whole line and nothing else");
    }
  }

  /** A path of the server, which begins without a slash. */
  URI resolve(String path) {
    String base = server.toString();
    return URI.create((base.endsWith("/") ? base : base + '/') + path);
  }

  @Override
  public String toString() {
    return server.toString();
  }
}
