package io.eventsec.core.fuzz;

import io.eventsec.core.ingest.NdJson;
import io.eventsec.core.ingest.syslog.SyslogFrame;
import io.eventsec.core.ingest.syslog.SyslogFrames;
import java.util.ArrayList;
import java.util.List;

/**
 * Any bytes are a stream of syslog: read at once or in pieces they are the same messages, each of
 * which is one record and no longer than allowed, and no byte is in two of them.
 */
public final class SyslogFramesFuzz {
  private static final int LONGEST = 64;

  private SyslogFramesFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    List<SyslogFrame> whole = frames(data, data.length);
    List<SyslogFrame> pieces = frames(data, 1 + (data[0] & 0x1f));
    if (!whole.equals(pieces)) {
      throw new AssertionError(whole + " at once, in pieces " + pieces);
    }
    long bytes = 0;
    for (SyslogFrame frame : whole) {
      bytes += frame.message().length + frame.missing();
      if (frame.message().length > LONGEST || NdJson.count(frame.line()) != 1) {
        throw new AssertionError(frame + " is not one record");
      }
    }
    if (bytes > data.length) {
      throw new AssertionError(bytes + " bytes in messages of " + data.length);
    }
  }

  private static List<SyslogFrame> frames(byte[] data, int size) {
    SyslogFrames stream = new SyslogFrames(LONGEST);
    List<SyslogFrame> frames = new ArrayList<>();
    for (int at = 0; at < data.length; at += size) {
      stream.read(data, at, Math.min(size, data.length - at), frames::add);
    }
    stream.end().ifPresent(frames::add);
    return frames;
  }
}
