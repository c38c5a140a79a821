package io.eventsec.persistence.alert;

/** What became of a {@link StatusChange} or an {@link Appointment}. */
public sealed interface StatusChangeResult {
  /**
   * It was made.
   *
   * @param alert as it is now
   */
  record Changed(AlertDetail alert) implements StatusChangeResult {}

  /**
   * Somebody else was faster, nothing was changed.
   *
   * @param revision the alert's revision now
   */
  record Stale(int revision) implements StatusChangeResult {}

  /** The tenant has no such alert. */
  record Missing() implements StatusChangeResult {}
}
