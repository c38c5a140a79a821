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
    int start = behind(line, 0, " :*.");
    int behindTime = LogTime.end(line, start);
    String time = line.substring(start, behindTime);
    int at = behind(line, behindTime, " :");
    return at < line.length() && line.charAt(at) == '%'
        ? mark(line, at + 1, time)
        : Optional.empty();
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
    if (end >= line.length() || line.charAt(end) != ':') {
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
            line.substring(end + 1).strip()));
  }

  private static boolean isPart(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
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
