package io.eventsec.core.ingest.syslog;

import java.util.Optional;

/**
 * What a receiver writes behind a message that it has not got all of, so that whoever reads the
 * event is told.
 *
 * @param text the message without it
 * @param problem what it says, one sentence
 */
public record FrameMark(String text, String problem) {
  private static final String START = " [eventsec: ";
  private static final String END = "]";
  private static final int LONGEST = 160;

  /** The mark in a line, if there is one at its end. */
  public static Optional<FrameMark> in(String line) {
    if (!line.endsWith(END)) {
      return Optional.empty();
    }
    int start = line.lastIndexOf(START);
    if (start < 0 || line.length() - start > LONGEST) {
      return Optional.empty();
    }
    String said = line.substring(start + START.length(), line.length() - END.length());
    return Optional.of(new FrameMark(line.substring(0, start), said));
  }

  /** The mark of a frame; nothing if it is whole. */
  static String of(SyslogFrame frame) {
    return switch (frame.flaw()) {
      case NONE -> "";
      case TOO_LONG ->
          START
              + "cut off behind "
              + frame.message().length
              + " bytes, "
              + frame.missing()
              + " more were sent"
              + END;
      case CUT_SHORT -> START + "cut short, the connection ended within the message" + END;
    };
  }
}
