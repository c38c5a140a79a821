package io.eventsec.persistence.schema;

import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What the database's schema looks like.
 *
 * @param version the newest script that was applied; empty if there is no schema yet
 * @param expected the version this build needs
 * @param missingTables the tables that should be there and are not, by name, in order
 */
public record SchemaState(Optional<String> version, String expected, List<String> missingTables) {
  /** Copies the list. */
  public SchemaState {
    missingTables = List.copyOf(missingTables);
  }

  /** Both versions, the missing tables by name, and what to do; for people. */
  public String explanation() {
    if (current()) {
      return "The schema is at version " + expected + '.';
    }
    String needs = " and this build needs " + expected + ". ";
    if (isNewer()) {
      return "The schema is at version "
          + version.orElseThrow()
          + needs
          + "Run the build that made it, or a newer one.";
    }
    String stands =
        version.map(v -> "The schema is at version " + v).orElse("There is no schema yet");
    String missing =
        missingTables.isEmpty() ? "" : "Missing tables: " + String.join(", ", missingTables) + ". ";
    return stands + needs + missing + cure();
  }

  private String cure() {
    return version.filter(expected::equals).isPresent()
        ? "Somebody has dropped or renamed them: bring them back, or restore a backup."
        : "Start a node with the role migrate or all.";
  }

  private boolean isNewer() {
    return version
        .map(MigrationVersion::fromVersion)
        .filter(v -> v.isNewerThan(expected))
        .isPresent();
  }

  /** True if the version is the expected one and no table is missing. */
  public boolean current() {
    return missingTables.isEmpty() && version.filter(expected::equals).isPresent();
  }
}
