package io.eventsec.app.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * One thing that the application logs at INFO or above: the only way to do so. Each has an id that
 * stays, and a section in the troubleshooting guide.
 */
public sealed interface LogMessage
    permits StartMessages, WorkerMessages, SyslogMessages, RequestMessages, SecurityMessages {

  /** What the catalogue says about it. */
  Entry entry();

  /** Its id, such as {@code EVS1001}. */
  default String id() {
    return entry().id();
  }

  /** How bad it is. */
  default Level level() {
    return entry().level();
  }

  /** Its text, with places such as {@code {name}}. */
  default String text() {
    return entry().text();
  }

  /** Why it is logged. */
  default String cause() {
    return entry().cause();
  }

  /** What to do about it. */
  default String cure() {
    return entry().cure();
  }

  /**
   * Logs it.
   *
   * @param values of its places, in their order; made printable and bounded. Of anything else than
   *     text, numbers, times, paths and constants only the type is shown
   */
  default void log(Logger logger, Object... values) {
    LogLine.of(this, values).write(logger);
  }

  /** Logs it with the failure behind it, whose own text is made printable too. */
  default void logFailure(Logger logger, Throwable failure, Object... values) {
    LogLine.of(this, values).write(logger, failure);
  }
}
