package io.eventsec.core.ingest.format;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a firewall let something pass. */
enum Verdict {
  ALLOWED("allowed", "success"),
  DENIED("denied", "failure");

  private static final Set<String> ALLOW =
      Set.of(
          "accept",
          "accepted",
          "allow",
          "allowed",
          "pass",
          "passed",
          "permit",
          "permitted",
          "passthrough",
          "close",
          "timeout",
          "client-rst",
          "server-rst",
          "start",
          "ip-conn",
          "dns",
          "detected",
          "monitored",
          "monitor",
          "alert",
          "log",
          "exempt",
          "continue",
          "override",
          "encrypt",
          "decrypt",
          "est-allowed",
          "success",
          "proxyallow",
          "alerted",
          "bypass");

  private static final Set<String> DENY =
      Set.of(
          "deny",
          "denied",
          "drop",
          "dropped",
          "block",
          "blocked",
          "reject",
          "rejected",
          "reset",
          "reset-client",
          "reset-server",
          "reset-both",
          "reset client",
          "reset server",
          "reset both",
          "drop-icmp",
          "drop icmp",
          "drop_session",
          "dropsession",
          "clear_session",
          "block-url",
          "block-continue",
          "block-override",
          "block ip",
          "block-ip",
          "sinkhole",
          "prevent",
          "prevented",
          "quarantine",
          "blockurl",
          "failure",
          "terminate",
          "redirected",
          "unauthorized",
          "not allowed",
          "forbidden",
          "block-overlapping",
          "killed");

  private final String type;
  private final String outcome;

  Verdict(String type, String outcome) {
    this.type = type;
    this.outcome = outcome;
  }

  /** What an action means; empty if it is neither. */
  static Optional<Verdict> of(String action) {
    String lower = action.toLowerCase(Locale.ROOT).strip();
    if (DENY.contains(lower)) {
      return Optional.of(DENIED);
    }
    return ALLOW.contains(lower) ? Optional.of(ALLOWED) : Optional.empty();
  }

  /** Adds what an action means to the event, if it means something. */
  static void write(EcsWriter out, Optional<String> action) {
    action.flatMap(Verdict::of).ifPresent(verdict -> verdict.write(out));
  }

  private void write(EcsWriter out) {
    DeviceFields.addType(out, type);
    out.putIfAbsent("event.outcome", outcome);
  }
}
