package io.eventsec.core.ingest.template;

/**
 * How a gap ends.
 *
 * @param literal what stands behind it; may be empty
 * @param isLast whether the message ends behind that
 */
record GapEnd(String literal, boolean isLast) {

  /** Where the literal stands first, or at the end of the message if it must; -1 if nowhere. */
  int first(String message, int start) {
    if (isLast) {
      return message.endsWith(literal) && message.length() - literal.length() >= start
          ? message.length() - literal.length()
          : -1;
    }
    return message.indexOf(literal, start);
  }

  /** Where it stands last. */
  int last(String message, int start) {
    int end = isLast ? first(message, start) : message.lastIndexOf(literal);
    return end < start ? -1 : end;
  }

  /** The place itself if the literal stands there; else -1. */
  int at(String message, int place) {
    boolean fits =
        message.startsWith(literal, place)
            && (!isLast || place + literal.length() == message.length());
    return fits ? place : -1;
  }
}
