package io.eventsec.core.ingest;

import io.eventsec.core.event.Event;
import java.util.Optional;

/**
 * One log format: knows its records by their look and brings them to ECS. Found by {@link
 * java.util.ServiceLoader} too. Implementations keep no state and are safe to share between
 * threads.
 */
public interface EventFormat {

  /** Its name: {@code suricata-eve}, {@code zeek-json}. */
  String name();

  /** True if the record looks like one of this format. */
  boolean recognises(NativeRecord nativeRecord);

  /**
   * Sets the event's time and ECS fields; the native fields are there already. A value that cannot
   * be understood is left out and named in {@code error.message}; the event goes on.
   *
   * @param nativeRecord as decoded
   * @param event what to fill
   */
  void normalise(NativeRecord nativeRecord, Event.Builder event);

  /**
   * What the record carries that is of another format, as a line of syslog carries one of CEF. It
   * is decoded after the record and fills the same event, so it has the last word.
   *
   * @return a line of text or JSON; empty if the record carries nothing, which is the default
   */
  default Optional<String> content(NativeRecord nativeRecord) {
    return Optional.empty();
  }

  /**
   * True if it makes something of any record, or of any line of text. Such a format is not asked
   * about a line or an object in another record: to the record that carries it, it is a value
   * already.
   */
  default boolean takesAnything() {
    return false;
  }

  /**
   * Tells one state of the format from another where it can change under the same release, as a
   * mapping in a file does: a digest of it, or its number. Empty, which is the default, if it
   * changes with its library only.
   */
  default String version() {
    return "";
  }
}
