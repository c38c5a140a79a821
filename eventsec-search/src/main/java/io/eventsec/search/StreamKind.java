package io.eventsec.search;

import io.eventsec.search.internal.Names;

/** The kinds of data streams; each tenant has one of each. */
public enum StreamKind {
  /** Events. */
  EVENTS(Names.EVENTS, "event.ingested"),
  /** The copies of alerts. */
  ALERTS(Names.ALERTS, "event.created");

  private final String prefix;
  private final String receivedAt;

  StreamKind(String prefix, String receivedAt) {
    this.prefix = prefix;
    this.receivedAt = receivedAt;
  }

  /** Before the tenant in a stream's name. */
  String prefix() {
    return prefix;
  }

  /** The field that says when a document came to be here. */
  String receivedAt() {
    return receivedAt;
  }
}
