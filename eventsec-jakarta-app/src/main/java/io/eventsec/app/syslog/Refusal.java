package io.eventsec.app.syslog;

/** Why a connection or a datagram was not taken, or given up. */
enum Refusal {
  /** It is none of the senders. */
  UNKNOWN("unknown", "it is none of EVENTSEC_SYSLOG_SENDERS"),
  /** No encrypted connection came about. */
  HANDSHAKE("handshake", "no TLS came about"),
  /** There are too many connections. */
  CONNECTIONS("connections", "EVENTSEC_SYSLOG_CONNECTIONS are open"),
  /** There are too many of the address. */
  CONNECTIONS_EACH("connections_each", "EVENTSEC_SYSLOG_CONNECTIONS_EACH of it are open"),
  /** Nobody can tell where its messages begin. */
  FRAMING("framing", "no message of it ends"),
  /** It was silent for too long. */
  IDLE("idle", "it was silent for longer than EVENTSEC_SYSLOG_IDLE"),
  /** The application broke while reading. */
  DEFECT("defect", "of a defect");

  private final String label;
  private final String reason;

  Refusal(String label, String reason) {
    this.label = label;
    this.reason = reason;
  }

  /** As metrics spell it. */
  String label() {
    return label;
  }

  /** For people. */
  String reason() {
    return reason;
  }
}
