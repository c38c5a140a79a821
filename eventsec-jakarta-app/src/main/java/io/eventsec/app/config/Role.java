package io.eventsec.app.config;

/** What a node of an installation does. One WAR has them all. */
public enum Role {
  /** Migrates, serves and works: an installation of one node. */
  ALL,
  /** Answers REST calls and browsers. */
  WEB,
  /** Reads the journal and runs the timers. */
  WORKER,
  /** Brings the schema up to date and ends, with a status that says how it went. */
  MIGRATE;

  /** True if it may change the schema. */
  public boolean migrates() {
    return this == ALL || this == MIGRATE;
  }

  /** True if it answers REST calls. */
  public boolean serves() {
    return this == ALL || this == WEB;
  }

  /** True if it reads the journal and runs the timers. */
  public boolean works() {
    return this == ALL || this == WORKER;
  }
}
