package io.eventsec.app.metrics;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Everything that the application measures. No label takes its values from senders or callers, so
 * the number of series is bounded by the code and the configuration.
 */
public enum Measure {
  /** Batches in the journal. */
  JOURNAL_BATCHES(
      Kind.DATABASE_COUNTER,
      "eventsec_journal_batches_total",
      "Batches acknowledged since the installation was made."),
  /** Records in the journal. */
  JOURNAL_RECORDS(
      Kind.DATABASE_COUNTER,
      "eventsec_journal_records_total",
      "Records acknowledged since the installation was made, repeated batches counted once."),
  /** Batches that a reader has passed. */
  READER_BATCHES(
      Kind.DATABASE_COUNTER,
      "eventsec_reader_batches_total",
      "Batches that the reader has passed since the installation was made.",
      "reader"),
  /** Records that a reader has passed. */
  READER_RECORDS(
      Kind.DATABASE_COUNTER,
      "eventsec_reader_records_total",
      "Records that the reader has passed since the installation was made.",
      "reader"),
  /** Batches that a reader has still to read. */
  READER_LAG_BATCHES(
      Kind.DATABASE_GAUGE,
      "eventsec_reader_lag_batches",
      "Batches that the reader has still to read.",
      "reader"),
  /** Records that a reader has still to read. */
  READER_LAG_RECORDS(
      Kind.DATABASE_GAUGE,
      "eventsec_reader_lag_records",
      "Records that the reader has still to read.",
      "reader"),
  /** How long the oldest unread batch has waited. */
  READER_LAG_SECONDS(
      Kind.DATABASE_GAUGE,
      "eventsec_reader_lag_seconds",
      "How long the oldest batch that the reader has still to read has been waiting; 0 if none is.",
      "reader"),
  /** Events that the rules have looked at. */
  DETECT_EVENTS(
      Kind.DATABASE_COUNTER,
      "eventsec_detect_events_total",
      "Events that the rules have looked at since the installation was made."),
  /** Records that no event could be made of. */
  DETECT_REJECTED(
      Kind.DATABASE_COUNTER,
      "eventsec_detect_rejected_records_total",
      "Records that detection has passed and could make no event of, those sent twice counted twice."),
  /** What correlations have done. */
  CORRELATED(
      Kind.DATABASE_COUNTER,
      "eventsec_correlations_total",
      "What correlations have done: events that counted, firings, events that came too late or with a wrong clock, values and groups forgotten for want of room.",
      "what"),
  /** Dead letters that are kept. */
  DEAD_LETTERS(
      Kind.DATABASE_GAUGE,
      "eventsec_dead_letters",
      "Dead letters that are kept, by the stage that refused them; one sent twice is kept once.",
      "stage"),
  /** Dead letters that went because there were too many. */
  DEAD_LETTERS_EVICTED(
      Kind.DATABASE_COUNTER,
      "eventsec_dead_letters_evicted_total",
      "Dead letters that went because there were more than the limit; announced before."),
  /** Messages to be delivered. */
  OUTBOX_PENDING(
      Kind.DATABASE_GAUGE,
      "eventsec_outbox_pending_messages",
      "Messages that are still to be delivered, parked ones included."),
  /** Sources that have sent. */
  SOURCES(
      Kind.DATABASE_GAUGE,
      "eventsec_sources",
      "Sources that have ever sent, the longest silent beyond 1,000 of a tenant left out."),
  /** For how long an expected source has been silent. */
  EXPECTED_SOURCE_SILENCE(
      Kind.DATABASE_GAUGE,
      "eventsec_expected_source_silence_seconds",
      "How long ago a source that the configuration expects last sent; +Inf if it never has.",
      "expected"),
  /** For how long an expected source may be silent. */
  EXPECTED_SOURCE_ALLOWED(
      Kind.GAUGE,
      "eventsec_expected_source_allowed_seconds",
      "How long a source that the configuration expects may be silent.",
      "expected"),
  /** How the last run of a timer went. */
  TIMER_SUCCEEDED(
      Kind.DATABASE_GAUGE,
      "eventsec_timer_last_run_succeeded",
      "1 if the timer's last run succeeded, 0 if it failed; no series before the first run has ended.",
      "timer"),
  /** How long the last run of a timer took. */
  TIMER_SECONDS(
      Kind.DATABASE_GAUGE,
      "eventsec_timer_last_run_seconds",
      "How long the timer's last run took.",
      "timer"),
  /** When the last run of a timer ended. */
  TIMER_FINISHED(
      Kind.DATABASE_GAUGE,
      "eventsec_timer_last_run_timestamp_seconds",
      "When the timer's last run ended, in seconds since 1970.",
      "timer"),
  /** When a timer is due. */
  TIMER_DUE(
      Kind.DATABASE_GAUGE,
      "eventsec_timer_due_timestamp_seconds",
      "When the timer is to run next, in seconds since 1970; in the past if it is due.",
      "timer"),
  /** How often a timer has failed. */
  TIMER_FAILURES(
      Kind.DATABASE_GAUGE,
      "eventsec_timer_failures_in_a_row",
      "How many runs of the timer have failed since one succeeded.",
      "timer"),
  /** Whether the figures of the database are those of now. */
  DATABASE_FIGURES_FRESH(
      Kind.GAUGE,
      "eventsec_database_figures_fresh",
      "1 if the figures that come from the database are those of now, 0 if they are the last known."),
  /** Requests for ingest. */
  INGEST_REQUESTS(
      Kind.COUNTER,
      "eventsec_ingest_requests_total",
      "Batches offered to this process: accepted, or the kind of problem they were refused for.",
      "outcome"),
  /** Bytes received. */
  INGEST_BYTES(
      Kind.COUNTER,
      "eventsec_ingest_received_bytes_total",
      "Bytes of batches that this process has read, as they were sent, refused ones included."),
  /** Steps of the loops. */
  STEPS(
      Kind.COUNTER,
      "eventsec_steps_total",
      "Steps of this process's loops: worked, idle, conflict (another node was faster) or failed.",
      "stage",
      "outcome"),
  /** How long steps take. */
  STEP_SECONDS(
      Kind.TIMER,
      "eventsec_step_seconds",
      "How long the steps took that had something to do.",
      "stage"),
  /** Events taken by steps. */
  STAGE_EVENTS(
      Kind.COUNTER,
      "eventsec_stage_events_total",
      "Events (detect, index, reevaluation) or messages (delivery) that this process has taken up.",
      "stage"),
  /** What steps brought about. */
  STAGE_RESULTS(
      Kind.COUNTER,
      "eventsec_stage_results_total",
      "Alerts raised (detect, reevaluation), events newly stored (index), messages delivered (delivery).",
      "stage"),
  /** What steps refused. */
  STAGE_REJECTIONS(
      Kind.COUNTER,
      "eventsec_stage_rejections_total",
      "Dead letters (detect, index), events that broke the rule (reevaluation), messages whose delivery failed (delivery).",
      "stage"),
  /** Claims of indicators in memory. */
  INDICATORS_LOADED(
      Kind.GAUGE,
      "eventsec_indicators_loaded",
      "Claims of indicators that this process matches, of all tenants together, by kind.",
      "kind"),
  /** Tenants with indicators in memory. */
  INDICATOR_TENANTS(
      Kind.GAUGE, "eventsec_indicators_tenants", "Tenants whose indicators this process matches."),
  /** Claims that there was no room for. */
  INDICATORS_LEFT_OUT(
      Kind.GAUGE,
      "eventsec_indicators_left_out",
      "Claims of indicators that are not matched because a tenant has too many."),
  /** When the indicators were known to be those of the database. */
  INDICATORS_LOOKED_AT(
      Kind.GAUGE,
      "eventsec_indicators_fresh_timestamp_seconds",
      "When the indicators in memory were last known to be those of the database, in seconds since 1970."),
  /** What enrichment did with events. */
  ENRICHED(
      Kind.COUNTER,
      "eventsec_enrichment_events_total",
      "What this process's stages of enrichment did with events: changed, unchanged, failed, or passed over because the stage took too long.",
      "stage",
      "outcome"),
  /** Polls of collections. */
  TAXII_POLLS(
      Kind.COUNTER,
      "eventsec_taxii_polls_total",
      "Polls of collections by this process: succeeded, failed, or partial if there is more to read.",
      "feed",
      "outcome"),
  /** When a collection was polled. */
  TAXII_SUCCEEDED(
      Kind.GAUGE,
      "eventsec_taxii_last_success_timestamp_seconds",
      "When this process last polled the collection to its end, in seconds since 1970.",
      "feed"),
  /** Connections of syslog. */
  SYSLOG_CONNECTIONS(
      Kind.GAUGE,
      "eventsec_syslog_connections",
      "Connections of syslog that are open on this process.",
      "transport"),
  /** Messages of syslog that were read. */
  SYSLOG_MESSAGES(
      Kind.COUNTER,
      "eventsec_syslog_messages_total",
      "Messages of syslog that this process has read; each is on disk, or waits.",
      "transport"),
  /** Bytes of syslog. */
  SYSLOG_BYTES(
      Kind.COUNTER,
      "eventsec_syslog_received_bytes_total",
      "Bytes of syslog that this process has read, those of refused datagrams included.",
      "transport"),
  /** Messages of syslog that are on disk. */
  SYSLOG_KEPT(
      Kind.COUNTER,
      "eventsec_syslog_kept_total",
      "Messages of syslog that this process has put on disk."),
  /** Messages of syslog that wait. */
  SYSLOG_WAITING(
      Kind.GAUGE,
      "eventsec_syslog_waiting_messages",
      "Messages of syslog that were read and wait to be written to disk."),
  /** Bytes of syslog that wait. */
  SYSLOG_WAITING_BYTES(
      Kind.GAUGE,
      "eventsec_syslog_waiting_bytes",
      "Bytes of the messages of syslog that wait to be written to disk."),
  /** Messages of syslog that are not whole. */
  SYSLOG_INCOMPLETE(
      Kind.COUNTER,
      "eventsec_syslog_incomplete_total",
      "Messages of syslog that were kept without their end: too_long, or cut_short by the end of the connection.",
      "transport",
      "reason"),
  /** Who sent syslog and was refused. */
  SYSLOG_REFUSED(
      Kind.COUNTER,
      "eventsec_syslog_refused_total",
      "Connections and datagrams of syslog that were refused, and connections that were given up: unknown, handshake, connections, connections_each, framing, idle or defect.",
      "transport",
      "reason"),
  /** Datagrams that the kernel dropped. */
  SYSLOG_DROPPED(
      Kind.COUNTER,
      "eventsec_syslog_udp_dropped_total",
      "Datagrams that the kernel has dropped because the buffer of the port of syslog was full; no series where the kernel does not tell."),
  /** Assets that were looked through. */
  ASSETS_EVALUATED(
      Kind.COUNTER,
      "eventsec_vulnerability_assets_evaluated_total",
      "Assets whose software this process has compared with advisories."),
  /** Assets that are still to be looked through. */
  ASSETS_PENDING(
      Kind.GAUGE,
      "eventsec_vulnerability_assets_pending",
      "Assets whose software was still to be compared with advisories when this process last looked."),
  /** What became of findings. */
  FINDINGS(
      Kind.COUNTER,
      "eventsec_vulnerability_findings_total",
      "What this process did with vulnerabilities on assets: opened, reopened, changed or fixed.",
      "outcome"),
  /** How old a feed is. */
  ADVISORY_SOURCE_AGE(
      Kind.DATABASE_GAUGE,
      "eventsec_advisory_source_age_seconds",
      "How old the version of the feed of advisories is that is in force.",
      "feed"),
  /** What should have been dealt with. */
  FINDINGS_OVERDUE(
      Kind.DATABASE_GAUGE,
      "eventsec_vulnerability_findings_overdue",
      "Findings of all tenants that are open or in review past the time until which they were due; 100000 for so many or more."),
  /** What came of asking for feeds. */
  ADVISORY_FETCHES(
      Kind.COUNTER,
      "eventsec_advisory_fetches_total",
      "Feeds of advisories that this process has asked for: updated, unchanged or failed.",
      "feed",
      "outcome"),
  /** How long a feed has not answered. */
  ADVISORY_MIRROR_AGE(
      Kind.DATABASE_GAUGE,
      "eventsec_advisory_mirror_age_seconds",
      "How long ago the server of a feed that is mirrored last said something of use.",
      "feed"),
  /** Requests. */
  HTTP_REQUEST_SECONDS(
      Kind.TIMER,
      "eventsec_http_request_seconds",
      "Requests and how long they took; for a stream of events, until it began.",
      "method",
      "route",
      "status"),
  /** Problems answered. */
  HTTP_PROBLEMS(
      Kind.COUNTER,
      "eventsec_http_problems_total",
      "Problems that the API has answered with, by kind.",
      "kind"),
  /** Who follows the alerts. */
  STREAM_SUBSCRIBERS(
      Kind.GAUGE, "eventsec_stream_subscribers", "Clients that follow the alerts on this process."),
  /** Sign-ins. */
  SIGN_INS(
      Kind.COUNTER,
      "eventsec_sign_ins_total",
      "Sign-ins on this process: succeeded, failed or throttled.",
      "outcome"),
  /** Health. */
  COMPONENT_READY(
      Kind.GAUGE,
      "eventsec_component_ready",
      "1 if the component does its work on this process, 0 if it is down.",
      "component");

  private final Kind kind;
  private final String metric;
  private final String help;
  private final List<String> labels;

  Measure(Kind kind, String metric, String help, String... labels) {
    this.kind = kind;
    this.metric = metric;
    this.help = help;
    this.labels = List.of(labels);
  }

  /** How it is measured. */
  public Kind kind() {
    return kind;
  }

  /** Its name for Prometheus, with the unit; a timer's series have suffixes. */
  public String metric() {
    return metric;
  }

  /** What it says, in one line. */
  public String help() {
    return help;
  }

  /** The names of its labels. */
  public List<String> labels() {
    return labels;
  }

  /** Its labels with these values, in the order of the labels. */
  Tag[] tags(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(
          metric + " has the labels " + labels + ", not " + Arrays.toString(values));
    }
    Tag[] tags = new Tag[values.length];
    for (int i = 0; i < values.length; i++) {
      tags[i] = new Tag(labels.get(i), values[i]);
    }
    return tags;
  }

  /** How something is measured. */
  public enum Kind {
    /** Counts in this process, from 0 at its start. */
    COUNTER,
    /** The state of this process. */
    GAUGE,
    /** Counts in this process how often and how long. */
    TIMER,
    /** Counts in the database, over all restarts; every process shows the same. */
    DATABASE_COUNTER,
    /** The state of the database; every process shows the same. */
    DATABASE_GAUGE
  }
}
