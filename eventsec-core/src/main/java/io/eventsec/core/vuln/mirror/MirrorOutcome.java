package io.eventsec.core.vuln.mirror;

/** What became of a feed. Only {@link Updated} changes the copy. */
public sealed interface MirrorOutcome {

  /** There is nothing new. */
  record Unchanged() implements MirrorOutcome {}

  /**
   * There is a new copy.
   *
   * @param records that it holds
   * @param refused those of it that cannot be read
   */
  record Updated(int records, int refused) implements MirrorOutcome {}

  /**
   * What came lacks so much of what was there that somebody must look at it.
   *
   * @param records that it holds
   * @param before those of the copy
   */
  record HeldBack(int records, int before) implements MirrorOutcome {}

  /**
   * Nothing usable came.
   *
   * @param why naming the value, the rule it broke and the cure
   */
  record Failed(String why) implements MirrorOutcome {}
}
