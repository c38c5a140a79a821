package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;

/** Decodes one line of a device's log. */
final class DeviceLines {
  private static final EventDecoder DECODER = EventDecoder.standard();

  private DeviceLines() {}

  /** The event of a line that some format takes and nothing is wrong with. */
  static Event event(String line) {
    Event event = any(line);
    assertThat(event.ecsFields()).doesNotContainKey("error.message");
    return event;
  }

  /** The event of a line that some format takes. */
  static Event any(String line) {
    DecodedBatch decoded = DECODER.decode(Batches.of(line));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }
}
