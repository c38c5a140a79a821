package io.eventsec.core.ingest.format;

/** Names of the DNS as Windows' server writes them, each label behind its length. */
final class DnsLabels {
  private DnsLabels() {}

  /** With dots between the labels; text that is no such name stays as it is. */
  static String name(String written) {
    if (!written.startsWith("(") || !written.endsWith(")")) {
      return written;
    }
    StringBuilder name = new StringBuilder(written.length());
    int at = 0;
    while (at < written.length()) {
      int close = written.charAt(at) == '(' ? written.indexOf(')', at) : -1;
      int length = close < 0 ? -1 : length(written, at + 1, close);
      if (length < 0 || close + 1 + length > written.length()) {
        return written;
      }
      if (length > 0) {
        name.append(name.isEmpty() ? "" : ".").append(written, close + 1, close + 1 + length);
      }
      at = close + 1 + length;
    }
    return name.isEmpty() ? "." : name.toString();
  }

  /** One or two digits; -1 if there is something else. */
  private static int length(String written, int start, int end) {
    boolean isShort = end > start && end - start <= 2;
    Long number = isShort ? Numbers.whole(written.substring(start, end)) : null;
    return number == null || number < 0 ? -1 : number.intValue();
  }
}
