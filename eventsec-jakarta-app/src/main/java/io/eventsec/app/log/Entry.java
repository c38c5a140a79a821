package io.eventsec.app.log;

import java.lang.System.Logger.Level;

/**
 * What the catalogue says about one message.
 *
 * @param id never used for anything else, and never changed
 * @param level how bad it is
 * @param text what is logged, with places such as {@code {name}} for what is known only then
 * @param cause why it is logged
 * @param cure what whoever reads it can do
 */
record Entry(String id, Level level, String text, String cause, String cure) {

  static Entry info(String id, String text) {
    return new Entry(id, Level.INFO, text, "", "");
  }

  static Entry warning(String id, String text) {
    return new Entry(id, Level.WARNING, text, "", "");
  }

  static Entry error(String id, String text) {
    return new Entry(id, Level.ERROR, text, "", "");
  }

  Entry cause(String why) {
    return new Entry(id, level, text, why, cure);
  }

  Entry cure(String what) {
    return new Entry(id, level, text, cause, what);
  }
}
