package io.eventsec.app.log;

/** Requests that the application could not answer as it should: EVS3001 to EVS3999. */
public enum RequestMessages implements LogMessage {
  /** A defect. */
  UNEXPECTED_FAILURE(
      Entry.error("EVS3001", "Unexpected failure at {path}")
          .cause("A defect of the application; the caller got a 500 with the same correlation id.")
          .cure("Report it with the line and its stack. The request can be tried again.")),
  /** A server that the request needs is away. */
  SERVER_AWAY(
      Entry.warning("EVS3002", "{path}: {reason}")
          .cause("PostgreSQL or OpenSearch does not answer; the caller got a 503 with Retry-After.")
          .cure("Look at /health/ready for which one, and bring it back.")),
  /** Live alerts cannot be looked for. */
  ALERT_FEED_FAILED(
      Entry.warning("EVS3003", "Cannot look for new alerts")
          .cause("The database refuses the query that live alerts come from.")
          .cure(
              "Look at the failure logged with it. Whoever follows the alerts stays connected and"
                  + " misses none: the feed goes on where it was.")),
  /** Metrics are served without the figures of the database. */
  FIGURES_MISSING(
      Entry.warning("EVS3004", "Metrics without the figures of the database: {reason}")
          .cause("The database did not answer while metrics were read.")
          .cure(
              "Look at /health/ready. eventsec_database_figures_fresh is 0 until the database answers;"
                  + " the metrics of this process are right all the time."));

  private final Entry entry;

  RequestMessages(Entry entry) {
    this.entry = entry;
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
