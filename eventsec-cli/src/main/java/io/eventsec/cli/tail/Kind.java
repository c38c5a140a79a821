package io.eventsec.cli.tail;

/** How the lines of a file become records. */
public enum Kind {
  /** Nothing but blank lines has been seen. */
  UNKNOWN,
  /** Each line is one. */
  LINES,
  /** A Zeek log in TSV: each line means nothing without the header. */
  ZEEK,
  /** A Linux audit log: lines of one event are one record. */
  AUDIT
}
