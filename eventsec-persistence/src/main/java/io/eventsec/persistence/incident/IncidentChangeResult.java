package io.eventsec.persistence.incident;

/** What became of an {@link IncidentChange}. */
public sealed interface IncidentChangeResult {
  /**
   * It was made.
   *
   * @param incident as it is now
   */
  record Changed(IncidentDetail incident) implements IncidentChangeResult {}

  /**
   * Somebody else was faster, nothing was changed.
   *
   * @param revision the incident's revision now
   */
  record Stale(int revision) implements IncidentChangeResult {}

  /** The tenant has no such incident. */
  record Missing() implements IncidentChangeResult {}

  /**
   * It is not possible as the incident stands; nothing was changed.
   *
   * @param reason why, and what is possible, for a person
   */
  record Refused(String reason) implements IncidentChangeResult {}
}
