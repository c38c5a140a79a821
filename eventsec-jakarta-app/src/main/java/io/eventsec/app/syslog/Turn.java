package io.eventsec.app.syslog;

import io.eventsec.core.ingest.syslog.SyslogFrame;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The messages that one read brought, until they are handed on. Not thread-safe. */
final class Turn {
  private final Lines whole;
  private final Lines flawed;

  /**
   * Nothing yet.
   *
   * @param mostLines of a portion
   */
  Turn(int mostLines) {
    whole = new Lines(mostLines);
    flawed = new Lines(mostLines);
  }

  void add(SyslogFrame frame) {
    (frame.flaw() == SyslogFrame.Flaw.NONE ? whole : flawed).add(frame);
  }

  boolean isEmpty() {
    return whole.isEmpty() && flawed.isEmpty();
  }

  /**
   * Hands them on, and has nothing again.
   *
   * @param kept called when all of them are on disk, by whichever thread; not if there are none
   */
  void put(SyslogSource source, Lanes lanes, Runnable kept) {
    List<Run> wholes = whole.taken();
    List<Run> flaws = flawed.taken();
    AtomicInteger open = new AtomicInteger(wholes.size() + flaws.size());
    Runnable one =
        () -> {
          if (open.decrementAndGet() == 0) {
            kept.run();
          }
        };
    put(new Lanes.Lane(source, true), wholes, lanes, one);
    put(new Lanes.Lane(source, false), flaws, lanes, one);
  }

  private static void put(Lanes.Lane lane, List<Run> runs, Lanes lanes, Runnable kept) {
    runs.forEach(run -> lanes.put(lane, new Lanes.Portion(run.lines(), run.count(), kept)));
  }

  @SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
  private record Run(byte[] lines, int count) {}

  private static final class Lines {
    private final int most;
    private final List<Run> full = new ArrayList<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int count;

    Lines(int most) {
      this.most = most;
    }

    void add(SyslogFrame frame) {
      bytes.writeBytes(frame.line());
      count++;
      if (count == most) {
        end();
      }
    }

    boolean isEmpty() {
      return count == 0 && full.isEmpty();
    }

    List<Run> taken() {
      end();
      List<Run> all = List.copyOf(full);
      full.clear();
      return all;
    }

    private void end() {
      if (count > 0) {
        full.add(new Run(bytes.toByteArray(), count));
        // Not the same again: a connection that is silent would hold the memory of its largest
        // read.
        bytes = new ByteArrayOutputStream();
        count = 0;
      }
    }
  }
}
