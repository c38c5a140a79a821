package io.eventsec.app.log;

import java.lang.System.Logger;

/**
 * A message of the catalogue with its places filled in.
 *
 * @param message which
 * @param text begins with the id; printable
 */
record LogLine(LogMessage message, String text) {
  private static final String FIELD = "messageId";

  static LogLine of(LogMessage message, Object... values) {
    return new LogLine(message, message.id() + ": " + Places.fill(message.text(), values));
  }

  void write(Logger logger) {
    ServerLogContext.with(FIELD, message.id(), () -> logger.log(message.level(), text));
  }

  void write(Logger logger, Throwable failure) {
    Throwable printable = PrintableFailure.of(failure);
    ServerLogContext.with(FIELD, message.id(), () -> logger.log(message.level(), text, printable));
  }
}
