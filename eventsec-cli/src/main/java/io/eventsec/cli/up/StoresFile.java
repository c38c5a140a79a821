package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a running installation tells other commands of this machine: where its stores are. It holds
 * while the data directory is held; the password is where it always is.
 *
 * @param database of JDBC
 * @param user the database's
 * @param search the URL of OpenSearch
 */
record StoresFile(String database, String user, String search) {
  private static final String NAME = "eventsec.stores";

  /** Writes it for the installation that holds the directory. */
  void write(Path root) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("database", database);
    properties.setProperty("user", user);
    properties.setProperty("search", search);
    StringWriter text = new StringWriter();
    properties.store(text, null);
    PrivateFiles.write(root.resolve(NAME), text.toString());
  }

  /** Reads it. */
  static StoresFile read(Path root) throws IOException {
    Path file = root.resolve(NAME);
    if (!Files.exists(file)) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "EVENTSEC on " + root + " does not say where its stores are",
          "wait until it has started, and try again");
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return new StoresFile(
        properties.getProperty("database", ""),
        properties.getProperty("user", ""),
        properties.getProperty("search", ""));
  }

  /** The database with its password. */
  DatabaseAccess access(Path root) throws IOException {
    Path password = root.resolve("secrets").resolve("variables").resolve("eventsec.db.password");
    return new DatabaseAccess(database, user, Files.readString(password));
  }
}
