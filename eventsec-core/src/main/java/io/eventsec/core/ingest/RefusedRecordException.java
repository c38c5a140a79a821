package io.eventsec.core.ingest;

/** A record breaks a rule; it becomes a {@link Rejection}. Carries no stack trace. */
final class RefusedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String causeName;

  RefusedRecordException(String causeName, String reason) {
    super(reason, null, false, false);
    this.causeName = causeName;
  }

  String causeName() {
    return causeName;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
