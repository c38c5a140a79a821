package io.eventsec.app.ingest;

import java.util.Locale;

/** How a node is, in the three words that Elasticsearch has for it. */
public enum ElasticHealth {
  /** All is well. */
  GREEN,
  /** Events are taken in; something else does not do its work. */
  YELLOW,
  /** Events are not taken in. */
  RED;

  /** Tells it. */
  @FunctionalInterface
  public interface Source {
    /** How this node is. */
    ElasticHealth now();
  }

  /** As Elasticsearch spells it. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
