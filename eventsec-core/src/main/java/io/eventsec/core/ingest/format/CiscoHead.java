package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import java.util.Optional;
import java.util.Set;

/**
 * What a message of Cisco's starts with: {@code %FACILITY-SEVERITY-MNEMONIC: }, perhaps with a time
 * before it.
 *
 * @param time as written; empty if there is none
 * @param facility what speaks, {@code ASA} or {@code SEC_LOGIN}
 * @param severity 0 to 7
 * @param mnemonic what it says, a number or a word
 * @param text what follows
 */
record CiscoHead(String time, String facility, String severity, String mnemonic, String text) {
  private static final int LONGEST = 96;
  private static final Set<String> FIREWALLS = Set.of("ASA", "PIX", "FWSM");

  /** The head of a line; empty if it has none. */
  static Optional<CiscoHead> read(String line) {
    if (!DeviceText.startsNear(line, "%", LONGEST)) {
      return Optional.empty();
    }
    // NX-OS has a colon before the time, IOS an asterisk or dot if the clock is not to be trusted.
    int start = behind(line, speaker(line), " :*.");
    int behindTime = LogTime.end(line, start);
    String time = line.substring(start, behindTime);
    int at = behind(line, process(line, behind(line, behindTime, " :")), " :");
    return at < line.length() && line.charAt(at) == '%'
        ? mark(line, at + 1, time)
        : Optional.empty();
  }

  /**
   * Where what speaks ends, if it is said before the time: IOS XR's node, {@code RP/0/RP0/CPU0:},
   * the process of a wireless controller, {@code *emWeb: }, or the name of a firewall that says no
   * time.
   */
  private static int speaker(String line) {
    int colon = line.indexOf(':');
    boolean isNode = colon > 0 && colon < LONGEST && line.lastIndexOf("/CPU", colon) > 0;
    boolean isProcess = line.startsWith("*") && colon > 0 && LogTime.end(line, 1) == 1;
    int blank = line.indexOf(' ');
    boolean isHost = blank > 0 && line.startsWith("%FTD-", blank + 1);
    return isNode || isProcess ? colon + 1 : isHost ? blank + 1 : 0;
  }

  /** Where IOS XR's process ends, {@code ipv4_acl_mgr[310]: }. */
  private static int process(String line, int start) {
    int at = start;
    while (at < line.length() && at - start < LONGEST && isPart(line.charAt(at))) {
      at++;
    }
    int end = line.startsWith("[", at) ? line.indexOf("]: %", at) : -1;
    return at > start && end > 0 && end - start < LONGEST ? end + 1 : start;
  }

  /** Where the first other character stands. */
  private static int behind(String line, int start, String characters) {
    int at = start;
    while (at < line.length() && at < LONGEST && characters.indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static Optional<CiscoHead> mark(String line, int start, String time) {
    int end = start;
    while (end < line.length() && end - start < LONGEST && isPart(line.charAt(end))) {
      end++;
    }
    int colon = line.startsWith(" :", end) ? end + 1 : end;
    if (!line.startsWith(":", colon)) {
      return Optional.empty();
    }
    String mark = line.substring(start, end);
    int second = mark.lastIndexOf('-');
    boolean isOne =
        second > 2 && mark.charAt(second - 2) == '-' && Character.isDigit(mark.charAt(second - 1));
    if (!isOne) {
      return Optional.empty();
    }
    return Optional.of(
        new CiscoHead(
            time,
            mark.substring(0, second - 2),
            mark.substring(second - 1, second),
            mark.substring(second + 1),
            line.substring(colon + 1).strip()));
  }

  private static boolean isPart(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  /** The same with another time. */
  CiscoHead at(String otherTime) {
    return new CiscoHead(otherTime, facility, severity, mnemonic, text);
  }

  /** The product: {@code asa}, {@code ftd} or {@code ios}. */
  String product() {
    String first = facility.split("-", 2)[0];
    if (first.equals("FTD")) {
      return "ftd";
    }
    return FIREWALLS.contains(first) ? "asa" : "ios";
  }

  /** What the table of messages has it under. */
  String key() {
    return product().equals("ios") ? facility + '-' + mnemonic : mnemonic;
  }
}
