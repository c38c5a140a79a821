package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the application is told, as environment variables.
 *
 * @param data where its secrets are
 * @param port of the console
 * @param rules a folder of rules beside the bundled ones, if any
 */
record Settings(DataDirectory data, int port, @Nullable Path rules) {
  /** Checks port and folder. */
  Settings {
    if (port < 1 || port > 65_535) {
      throw new CommandFailedException(
          ExitStatus.FAILED, "port " + port + " does not exist", "choose one from 1 to 65535");
    }
    if (rules != null && !Files.isDirectory(rules)) {
      throw new CommandFailedException(
          ExitStatus.FAILED, "the rules directory " + rules + " is not there", "name one that is");
    }
  }

  URI base() {
    return URI.create("http://localhost:" + port);
  }

  String sensorToken() {
    return DataDirectory.secret(data.sensorToken());
  }

  Map<String, String> environment(Database database, String openSearchUrl) {
    sensorToken(); // the file must be there before the application looks for it
    Map<String, String> settings = new HashMap<>();
    settings.put("EVENTSEC_DB_URL", database.url());
    settings.put("EVENTSEC_DB_USER", database.user());
    settings.put("EVENTSEC_DB_PASSWORD", database.password());
    settings.put("EVENTSEC_OPENSEARCH_URL", openSearchUrl);
    settings.put("EVENTSEC_HTTP_PORT", Integer.toString(port));
    settings.put("EVENTSEC_PUBLIC_URL", base().toString());
    settings.put("EVENTSEC_SETUP_LINK_FILE", data.setupToken().toString());
    settings.put("EVENTSEC_SENSOR_TOKEN_FILE", data.sensorToken().toString());
    if (rules != null) {
      settings.put("EVENTSEC_RULES_DIR", rules.toAbsolutePath().toString());
    }
    return settings;
  }

  /** The link for the first administrator; empty once there is one. */
  Optional<String> setupLink() {
    try {
      return Files.exists(data.setupToken())
          ? Optional.of(base() + "/setup#token=" + Files.readString(data.setupToken()).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the setup token in " + data.setupToken() + " cannot be read: " + e,
          "run as the owner of the data directory",
          e);
    }
  }
}
