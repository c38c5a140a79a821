package io.eventsec.app.config;

/** What a node does. */
public enum NodeRole {
  /** Everything. */
  ALL,
  /** Answers HTTP calls. */
  WEB,
  /** Reads the journal and runs the timers. */
  WORKER,
  /** Brings the schema up to date and ends. */
  MIGRATE;

  /** True if it may change the schema. */
  public boolean migrates() {
    return this == ALL || this == MIGRATE;
  }

  /** True if it answers calls of sensors and people. */
  public boolean serves() {
    return this == ALL || this == WEB;
  }

  /** True if it works in the background. */
  public boolean works() {
    return this == ALL || this == WORKER;
  }
}
