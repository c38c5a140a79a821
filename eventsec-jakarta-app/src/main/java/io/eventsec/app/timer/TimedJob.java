package io.eventsec.app.timer;

import java.time.Duration;

/** Something that is done every so often, by one node at a time. {@link TimedJobs} has them all. */
public interface TimedJob {

  /** Its name: lower case letters, digits and {@code -}. */
  String name();

  /** How long after one run the next begins. */
  Duration every();

  /**
   * Does it. May throw: the run has failed then, and is tried again.
   *
   * @param turn to be kept by work that takes longer than some seconds
   * @return what it did, for people; one line
   */
  String run(Turn turn);
}
