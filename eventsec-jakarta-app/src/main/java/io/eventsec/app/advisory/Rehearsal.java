package io.eventsec.app.advisory;

/**
 * Does once what somebody will wait for, and keeps nothing of it: code that has run is fast. Run
 * before the first feeds of a node are in force.
 */
public interface Rehearsal {
  /** Does it. Does not fail: what could not be rehearsed takes longer the first time. */
  void rehearse();
}
