package io.eventsec.app.log;

/** The receivers of syslog: EVS2501 to EVS2599. */
public enum SyslogMessages implements LogMessage {
  /** A port is open. */
  PORT_OPEN(
      Entry.info("EVS2501", "Syslog over {transport} is received on {address}")
          .cause("A setting EVENTSEC_SYSLOG_..._PORT names the port.")
          .cure("Nothing.")),
  /** A port cannot be opened. */
  PORT_FAILED(
      Entry.error(
              "EVS2502", "Syslog over {transport} at port {port} is not as it should be: {reason}")
          .cause(
              "Another program has the port, the address is none of this machine, a port below 1024 needs a right"
                  + " that the server lacks, or a file of keys cannot be used.")
          .cure(
              "Mend what the reason says. It is tried again every ten seconds; readiness names the port in the"
                  + " component syslog until then. Keys that were read before stay in use.")),
  /** Somebody was refused. */
  REFUSED(
      Entry.warning("EVS2503", "{count} times syslog was refused, last over {sender}: {reason}")
          .cause(
              "A sender is not configured or shows a wrong certificate, a limit is reached, or what was sent is no"
                  + " syslog. Logged once a minute for each reason; eventsec_syslog_refused_total counts all.")
          .cure(
              "If it should send, name it in EVENTSEC_SYSLOG_SENDERS, give it a certificate, or raise the limit. If"
                  + " nobody knows it, block it in front of the application.")),
  /** Messages cannot be kept. */
  NOT_KEPT(
      Entry.warning("EVS2504", "Messages of syslog wait to be kept: {reason}")
          .cause("The journal does not take them, most often because PostgreSQL does not answer.")
          .cure(
              "Look at /health/ready. Senders over TCP and TLS are not read meanwhile and wait; datagrams are"
                  + " dropped by the kernel once its buffer is full. EVS2505 says when it is over.")),
  /** Messages are kept again. */
  KEPT_AGAIN(
      Entry.info("EVS2505", "Messages of syslog are kept again")
          .cause("What EVS2504 told of is over.")
          .cure("Nothing.")),
  /** Messages were lost. */
  LOST(
      Entry.error(
              "EVS2506",
              "{count} messages of syslog were lost: the server stopped before they were kept")
          .cause("The journal did not take them within ten seconds while the server stopped.")
          .cure("Look at EVS2504 before it for the reason. Senders of syslog do not send again.")),
  /** Something failed while a connection was read. */
  CONNECTION_FAILED(
      Entry.error("EVS2507", "A connection of syslog from {address} was closed by a defect")
          .cause("A defect of the application.")
          .cure("Report it with the stack. The sender connects again."));

  private final Entry entry;

  SyslogMessages(Entry entry) {
    this.entry = entry;
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
