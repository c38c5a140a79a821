package io.eventsec.core.ingest.format;

/** Tells lines by their first characters. */
final class DeviceText {
  private static final int LONGEST_PRIORITY = 5;

  private DeviceText() {}

  /** True if the text stands among the first characters of a line. */
  static boolean startsNear(String line, String text, int most) {
    int last = Math.min(line.length() - text.length(), most);
    char first = text.charAt(0);
    for (int i = 0; i <= last; i++) {
      if (line.charAt(i) == first && line.startsWith(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Where the text behind syslog's priority starts; 0 if there is none. */
  static int behindPriority(String line) {
    int end = line.startsWith("<") ? line.indexOf('>') : -1;
    return end > 1 && end < LONGEST_PRIORITY ? end + 1 : 0;
  }
}
