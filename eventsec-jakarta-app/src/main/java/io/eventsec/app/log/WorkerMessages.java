package io.eventsec.app.log;

/** The loops and timers behind the receiver: EVS2001 to EVS2499. */
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
          .cure("Nothing is to be done.")),
  /** A server that a timer's job needs is away. */
  JOB_WAITS(
      Entry.warning("EVS2101", "{job} waits and is tried again in {pause}: {reason}")
          .cause("PostgreSQL or OpenSearch does not answer.")
          .cure(
              "Look at /health/ready for which one, and bring it back. GET /api/v1/timers shows when"
                  + " the job is tried next, and EVS2103 says when it works again.")),
  /** A timer's job fails for another reason. */
  JOB_FAILED(
      Entry.error("EVS2102", "{job} failed and is tried again in {pause}")
          .cause("The failure logged with it says why; it is not a server that is away.")
          .cure(
              "GET /api/v1/timers shows how often it has failed in a row. If the same failure comes"
                  + " again and again, report it with its stack.")),
  /** A job that failed works again. */
  JOB_RECOVERED(
      Entry.info("EVS2103", "{job} works again: {report}")
          .cause("What EVS2101 or EVS2102 told of is over.")
          .cure("Nothing is to be done.")),
  /** Another node has taken a job over. */
  JOB_TAKEN_OVER(
      Entry.warning("EVS2104", "Another node has taken over {job}; this one stopped")
          .cause(
              "This node was silent for longer than its lease: it was paused, overloaded, or cut off"
                  + " from the database.")
          .cure(
              "Nothing is to be done once. If it comes often, give the node more of a processor.")),
  /** The timers cannot be looked at. */
  TIMERS_WAIT(
      Entry.warning("EVS2105", "The timers wait: {reason}")
          .cause("The schema is not ready, or the database does not answer.")
          .cure("Look at /health/ready for which, and mend that. The timers go on by themselves.")),
  /** There are too many dead letters. */
  DEAD_LETTERS_WILL_GO(
      Entry.warning(
              "EVS2106",
              "Tenant {tenant} has too many dead letters, {letters}: the oldest go at {due}")
          .cause(
              "Records were refused and not seen to. The limits are eventsec.dead.letters.max and"
                  + " eventsec.dead.letters.max.mib.")
          .cure(
              "Look at them in the console: name their format or mend its mapping and replay them, or"
                  + " discard them. Raise the limit if they are to stay.")),
  /** Dead letters went because there were too many. */
  DEAD_LETTERS_GONE(
      Entry.warning("EVS2107", "Tenant {tenant} lost its oldest dead letters: {count}")
          .cause(
              "What EVS2106 had announced: the notice was over, or there were twice as many as the"
                  + " limit allows.")
          .cure(
              "Their batches are in the journal until its retention ends. See to what refuses them: GET"
                  + " /api/v1/dead-letters/groups.")),
  /** Something has not moved for minutes. */
  WORK_STANDS_STILL(
      Entry.warning("EVS2201", "Work stands still: {problem}")
          .cause("A reader is behind and does not move, or a job fails or is done by nobody.")
          .cure(
              "See that a node with the role worker or all runs, and what /readyz says of it. Nothing"
                  + " is lost: the journal keeps what was acknowledged.")),
  /** A rule could not say yes or no to an event. */
  RULE_UNDECIDED(
      Entry.warning("EVS2301", "Rule {rule} could not be decided for event {event}: {reason}")
          .cause(
              "A regular expression of the rule needs a backtracking engine, and took too many steps"
                  + " over a value. Told once a minute of each rule.")
          .cure(
              "Look at the event. Write the expression without look-around and back-references: it"
                  + " then takes the same time over every value.")),
  /** There are more indicators than are matched. */
  INDICATORS_LEFT_OUT(
      Entry.warning("EVS2302", "{count} claims of indicators of tenant {tenant} are not matched")
          .cause(
              "The tenant has more than EVENTSEC_ENRICH_INDICATORS_MOST; the oldest are left out.")
          .cure(
              "Raise the setting, and the memory: a million take about 150 MiB. Or withdraw feeds, and"
                  + " give indicators an end.")),
  /** A collection could not be polled. */
  TAXII_POLL_FAILED(
      Entry.warning(
              "EVS2401", "Feed {feed} was not polled to its end; tried again in {pause}: {reason}")
          .cause(
              "The TAXII server is away, refuses the credentials, or answers with something else. What"
                  + " the feed said before stays in force. Told once, until it succeeds.")
          .cure(
              "Do what the reason says. EVENTSEC_TAXII_COLLECTIONS has the address of the collection,"
                  + " EVENTSEC_TAXII_CREDENTIALS what its server is shown.")),
  /** A collection that could not be polled was. */
  TAXII_POLL_RECOVERED(
      Entry.info("EVS2402", "Feed {feed} was polled again")
          .cause("What EVS2401 told of is over.")
          .cure("Nothing is to be done.")),
  /** A feed has lost much. */
  ADVISORIES_HELD_BACK(
      Entry.warning("EVS2451", "Advisories of {source} are held back: {reason}")
          .cause(
              "The feed has lost more than a fifth of its records, as one does that was cut off. What"
                  + " it said before counts, and nothing is taken for fixed because of it.")
          .cure(
              "Look at the feed. If it is right, POST /api/v1/advisory-sources/{name}/accept; else"
                  + " fetch it again.")),
  /** A feed is broken or gone. */
  ADVISORIES_UNREADABLE(
      Entry.warning("EVS2452", "Advisories of {source} cannot be read: {reason}")
          .cause(
              "The file is broken, gone, or may not be read. What it said before counts, and nothing"
                  + " is taken for fixed because of it.")
          .cure(
              "Fetch it again into EVENTSEC_ADVISORIES_DIR. If it is gone for good, POST"
                  + " /api/v1/advisory-sources/{name}/accept.")),
  /** A feed is well again. */
  ADVISORIES_IN_FORCE_AGAIN(
      Entry.info("EVS2453", "Advisories of {source} are in force again")
          .cause("What EVS2451 or EVS2452 told of is over.")
          .cure("Nothing is to be done.")),
  /** An asset has too many findings. */
  FINDINGS_LEFT_OUT(
      Entry.warning(
              "EVS2454",
              "Asset {asset} of tenant {tenant} has more vulnerabilities than are kept: {count} left out")
          .cause(
              "More than 50,000 were found on one asset, or advisories have ids that cannot be kept."
                  + " The most dangerous are kept.")
          .cure("Update the software; what was left out is found when there is room.")),
  /** What a snapshot means is found later. */
  FINDINGS_LATER(
      Entry.warning("EVS2455", "Asset {asset} was not compared with advisories at once: {reason}")
          .cause("The database did not answer after the snapshot was recorded.")
          .cure("Nothing is to be done: the timer vulnerabilities does it.")),
  /** An asset could not be compared. */
  ASSET_NOT_EVALUATED(
      Entry.error(
              "EVS2456", "Asset {asset} of tenant {tenant} could not be compared with advisories")
          .cause("The failure logged with it says why. Its findings stay as they are.")
          .cure(
              "It is tried again; the other assets are looked through. Report it with its stack.")),
  /** The versions in force are not kept. */
  ADVISORIES_NOT_KEPT(
      Entry.warning("EVS2457", "Advisories that are in force are not kept on disk: {reason}")
          .cause(
              "The directory cannot be written or read, or what was kept is damaged. As long as the"
                  + " process runs nothing is missed; after a restart a feed that is then broken, gone"
                  + " or held back is, and nothing is taken for fixed because of it.")
          .cure(
              "Let the worker write EVENTSEC_ADVISORIES_KEPT_DIR, or .kept in"
                  + " EVENTSEC_ADVISORIES_DIR, and look whether the disk is full.")),
  /** A feed could not be mirrored. */
  ADVISORIES_NOT_MIRRORED(
      Entry.warning("EVS2458", "Feed {source} was not mirrored: {reason}")
          .cause(
              "Its server is away, answers with something else, or sent what cannot be read to its"
                  + " end. The copy stays as it is. Told once, until it succeeds.")
          .cure(
              "Do what the reason says. EVENTSEC_ADVISORIES_MIRROR has the addresses; GET"
                  + " /api/v1/advisory-sources says since when.")),
  /** A feed that could not be mirrored was. */
  ADVISORIES_MIRRORED_AGAIN(
      Entry.info("EVS2459", "Feed {source} was mirrored again")
          .cause("What EVS2458 told of is over.")
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
