package io.eventsec.persistence.schema;

/**
 * What a migration reached.
 *
 * @param version the newest script that is applied
 * @param applied how many scripts this run applied; 0 if the schema was up to date
 */
public record SchemaVersion(String version, int applied) {
  /** The version this build needs. */
  public static final String EXPECTED = "36";
}
