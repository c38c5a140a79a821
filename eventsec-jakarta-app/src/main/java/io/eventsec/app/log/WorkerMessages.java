package io.eventsec.app.log;

/** The loops behind the receiver: EVS2001 to EVS2999. */
public enum WorkerMessages implements LogMessage {
  /** A server that a loop needs is away. */
  LOOP_WAITS(
      Entry.warning("EVS2001", "{loop} waits: {reason}")
          .cause(
              "PostgreSQL or OpenSearch does not answer. Nothing is lost: the loop stays where it is.")
          .cure(
              "Look at /health/ready for which one, and bring it back. The loop tries again by itself"
                  + " and says EVS2003 when it works again.")),
  /** A step of a loop fails for another reason. */
  LOOP_STEP_FAILED(
      Entry.error("EVS2002", "A step of {loop} failed; it is tried again")
          .cause("The failure logged with it says why; it is not a server that is away.")
          .cure(
              "The step is repeated until it succeeds, and what is behind it waits. If the same failure"
                  + " comes again and again, report it with its stack.")),
  /** A loop that failed works again. */
  LOOP_RECOVERED(
      Entry.info("EVS2003", "{loop} works again")
          .cause("What EVS2001 or EVS2002 told of is over.")
          .cure("Nothing is to be done."));

  private final Entry entry;

  WorkerMessages(Entry entry) {
    this.entry = entry;
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
