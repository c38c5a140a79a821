package io.eventsec.core.ingest.syslog;

/**
 * Where a message breaks RFC 5424.
 *
 * @param column of the first character that does not fit, from 0
 * @param expected what the RFC has there
 * @param rest what stands there instead, from the column to the end
 */
public record SyslogProblem(int column, String expected, String rest) {
  private static final int SHOWN = 40;

  /** One sentence that names the place, what stands there and what should. */
  public String sentence() {
    String found =
        rest.isEmpty()
            ? "the message ends"
            : "'" + (rest.length() <= SHOWN ? rest : rest.substring(0, SHOWN) + "…") + "' stands";
    return "RFC 5424: at column " + column + ' ' + found + " where " + expected + " is expected";
  }
}
