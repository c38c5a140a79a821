package io.eventsec.persistence.schema;

import java.util.List;
import java.util.Optional;

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

  /** True if the version is the expected one and no table is missing. */
  public boolean current() {
    return missingTables.isEmpty() && version.filter(expected::equals).isPresent();
  }
}
