package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of the Container Runtime Interface ({@code 2026-11-27T08:15:30.1Z stdout F text}): what the
 * container wrote is decoded by its own format. A long line that the runtime has cut ({@code P}) is
 * an event for each part. Stateless and thread-safe.
 */
public final class ContainerLine implements TextFormat {
  private static final int LONGEST_HEAD = 60;

  /** A format without state. */
  public ContainerLine() {}

  @Override
  public String name() {
    return "cri";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int time = LogTime.end(line, 0);
    if (time == 0 || time > LONGEST_HEAD) {
      return Optional.empty();
    }
    String stream = line.startsWith(" stdout ", time) ? "stdout" : "stderr";
    int tag = time + 2 + stream.length();
    boolean fits =
        line.startsWith(stream + ' ', time + 1)
            && (line.startsWith("F ", tag) || line.startsWith("P ", tag));
    return fits
        ? Optional.of(
            new NativeRecord(
                Map.of(
                    "time", line.substring(0, time),
                    "stream", stream,
                    "logtag", line.substring(tag, tag + 1),
                    "log", line.substring(tag + 2))))
        : Optional.empty();
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return nativeRecord.text("log");
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    ContainerFields.write(nativeRecord, event);
  }
}
