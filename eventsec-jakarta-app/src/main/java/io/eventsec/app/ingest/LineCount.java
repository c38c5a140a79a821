package io.eventsec.app.ingest;

/** Counts the records of a payload without making an object for any. */
final class LineCount {
  private LineCount() {}

  /** How many lines are not blank. */
  static int of(byte[] bytes) {
    int lines = 0;
    boolean blank = true;
    for (byte b : bytes) {
      if (b == '\n') {
        lines += blank ? 0 : 1;
        blank = true;
      } else if (b != ' ' && b != '\t' && b != '\r') {
        blank = false;
      }
    }
    return blank ? lines : lines + 1;
  }
}
