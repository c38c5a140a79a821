package io.eventsec.embedded;

/** What an embedded server is for. */
public enum Mode {
  /** For an application: what was committed survives a crash of the process and of the machine. */
  DURABLE,
  /** For tests: nothing is forced to the disk; the data survives the process at most. */
  FAST
}
