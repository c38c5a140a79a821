package io.eventsec.app.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What only somebody who hunts a defect wants to read, at DEBUG: it has no id. */
public final class Details {
  private Details() {}

  /**
   * Logs it.
   *
   * @param text with places such as {@code {name}}
   * @param values of the places, in their order, made printable and bounded
   */
  public static void log(Logger logger, String text, Object... values) {
    if (logger.isLoggable(Level.DEBUG)) {
      logger.log(Level.DEBUG, Places.fill(text, values));
    }
  }

  /** Logs it with the failure behind it. */
  public static void logFailure(Logger logger, Throwable failure, String text) {
    if (logger.isLoggable(Level.DEBUG)) {
      logger.log(Level.DEBUG, Places.fill(text), PrintableFailure.of(failure));
    }
  }
}
