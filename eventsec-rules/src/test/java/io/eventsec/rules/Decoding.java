package io.eventsec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.NdJson;
import io.eventsec.core.ingest.RawBatch;
import java.time.Instant;
import java.util.List;

/** Lines to events, as the product does it. */
final class Decoding {
  private static final EventDecoder DECODER = EventDecoder.standard();

  private Decoding() {}

  static List<Event> events(String name, String format, byte[] payload) {
    DecodedBatch decoded =
        DECODER.decode(
            new RawBatch(
                new EventOrigin(Tenant.DEFAULT, name, name, 0),
                name,
                format,
                Instant.EPOCH,
                payload,
                NdJson.count(payload)));
    assertThat(decoded.rejections()).as(name).isEmpty();
    return decoded.events();
  }
}
