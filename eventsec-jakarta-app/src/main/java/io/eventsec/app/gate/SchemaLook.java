package io.eventsec.app.gate;

import io.eventsec.persistence.schema.SchemaMismatchException;
import io.eventsec.persistence.schema.SchemaState;
import io.eventsec.persistence.schema.SchemaVersion;
import java.util.function.Supplier;

/**
 * One look at the schema: by a node that may migrate it, or by one that waits for such a node.
 * Immutable.
 *
 * @param migrates whether this node may change the schema
 * @param migration brings it up to date
 * @param check looks without changing anything
 */
record SchemaLook(
    boolean migrates, Supplier<SchemaVersion> migration, Supplier<SchemaState> check) {

  /**
   * What was found.
   *
   * @param current whether the schema is what this build needs
   * @param reason its version, or what is wrong and the cure
   */
  record Found(boolean current, String reason) {}

  /**
   * Looks.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   * @throws IllegalStateException if a script fails
   */
  Found look() {
    return migrates ? migrated() : checked();
  }

  private Found migrated() {
    try {
      SchemaVersion version = migration.get();
      return new Found(
          true,
          "The schema is at version "
              + version.version()
              + ", "
              + version.applied()
              + " scripts applied.");
    } catch (SchemaMismatchException e) {
      return new Found(false, String.valueOf(e.getMessage()) + '.');
    }
  }

  private Found checked() {
    SchemaState state = check.get();
    return new Found(state.current(), state.explanation());
  }
}
