package io.eventsec.persistence.secret;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Gives the PostgreSQL driver the password out of the file that {@code EVENTSEC_DB_PASSWORD_FILE}
 * (or the system property {@code eventsec.db.password.file}) names, anew for each connection;
 * without one, the password it has been given. The driver makes it, by its name in {@code
 * authenticationPluginClassName}, so this library lies beside the driver: what a server's own
 * configuration can read from files has to have the file named after the variable.
 */
public final class FilePassword implements AuthenticationPlugin {
  /** The environment variable that names the file. */
  public static final String VARIABLE = "EVENTSEC_DB_PASSWORD_FILE";

  /** The system property that names the file. */
  public static final String PROPERTY = "eventsec.db.password.file";

  private final Properties connection;
  private final @Nullable String file;

  /** For the driver. */
  public FilePassword(Properties connection) {
    this(connection, configured());
  }

  FilePassword(Properties connection, @Nullable String file) {
    this.connection = connection;
    this.file = file;
  }

  /**
   * The password; null if there is none.
   *
   * @throws PSQLException if the file cannot be used; it says which and why
   */
  @Override
  public char @Nullable [] getPassword(AuthenticationRequestType type) throws PSQLException {
    if (file == null) {
      String given = connection.getProperty(PGProperty.PASSWORD.getName());
      return given == null ? null : given.toCharArray();
    }
    try {
      return SecretFile.read(Path.of(file)).toCharArray();
    } catch (UnusableSecretException e) {
      throw unusable(file, e.rule(), e);
    } catch (InvalidPathException e) {
      throw unusable(file, "is not the name of a file", e);
    }
  }

  private static PSQLException unusable(String file, String rule, Exception cause) {
    return new PSQLException(
        "The database password's file " + file + " " + rule + ". Mend what " + VARIABLE + " names.",
        PSQLState.CONNECTION_UNABLE_TO_CONNECT,
        cause);
  }

  private static @Nullable String configured() {
    return Stream.of(System.getProperty(PROPERTY, ""), System.getenv().getOrDefault(VARIABLE, ""))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
