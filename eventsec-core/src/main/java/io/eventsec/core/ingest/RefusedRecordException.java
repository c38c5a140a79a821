package io.eventsec.core.ingest;

/** A record breaks a rule; it becomes a {@link Rejection}. Carries no stack trace. */
final class RefusedRecordException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int NAME_SHOWN = 80;

  private final String causeName;

  RefusedRecordException(String causeName, String reason) {
    super(reason, null, false, false);
    this.causeName = causeName;
  }

  static RefusedRecordException nameTooLong(String name, int limit) {
    return new RefusedRecordException(
        "record.name-too-long",
        "The name of a field, '"
            + name.substring(0, Math.min(NAME_SHOWN, limit))
            + "…', has more than "
            + limit
            + " characters; shorten it");
  }

  static RefusedRecordException tooMany(String what, int limit) {
    return new RefusedRecordException(
        "record.too-many-" + what,
        "The record has more than " + limit + ' ' + what + "; leave some out or split it");
  }

  String causeName() {
    return causeName;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
