package io.eventsec.app.api.stream;

import java.util.Optional;

/**
 * One server-sent event.
 *
 * @param name what kind: alert, status or ping
 * @param id its number; empty for one that has none
 * @param data its body, an object for JSON
 */
record Message(String name, Optional<Long> id, Object data) {
  static final Message PING = new Message("ping", Optional.empty(), new Ping());

  /** The empty body of a ping. */
  public record Ping() {}
}
