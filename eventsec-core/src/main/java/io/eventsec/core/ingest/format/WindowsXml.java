package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.util.Optional;

/**
 * Events of Windows as XML, one {@code <Event>} a line, as the event viewer, {@code wevtutil} and
 * forwarders of raw events write them; also with the dashes that browsers put before what can be
 * folded. The fields have the names that {@link WindowsEvent} gives them, which does the rest.
 * Stateless and thread-safe.
 */
public final class WindowsXml implements TextFormat {
  private static final WindowsEvent EVENT = new WindowsEvent();
  private static final int LONGEST_DECLARATION = 200;

  /** A format without state. */
  public WindowsXml() {}

  @Override
  public String name() {
    return "windows-event-xml";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int start = start(line);
    boolean likely = line.startsWith("<Event>", start) || line.startsWith("<Event ", start);
    return likely ? WindowsXmlReader.read(line.substring(start)) : Optional.empty();
  }

  /** Behind a mark of the byte order, a declaration and a browser's dash. */
  private static int start(String line) {
    int start = skip(line, 0);
    if (line.startsWith("<?xml ", start)) {
      int close = line.indexOf("?>", start);
      start = close < 0 || close > LONGEST_DECLARATION ? start : skip(line, close + 2);
    }
    return start;
  }

  private static int skip(String line, int start) {
    int at = start;
    while (at < line.length()
        && (line.charAt(at) <= ' ' || "\uFEFF-".indexOf(line.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EVENT.normalise(nativeRecord, event);
    nativeRecord.text("Message").ifPresent(message -> event.ecs("message", message));
  }
}
