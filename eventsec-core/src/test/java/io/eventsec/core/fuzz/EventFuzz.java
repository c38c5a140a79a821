package io.eventsec.core.fuzz;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.NdJson;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.format.PlainJson;
import java.time.Instant;

/** Any bytes are a batch of lines: each record becomes an event or a rejection. */
public final class EventFuzz {
  private static final EventDecoder DECODER =
      EventDecoder.builder().standardFormats().format(new PlainJson()).build();

  private EventFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    int records = NdJson.count(data);
    if (records == 0) {
      return;
    }
    DecodedBatch decoded =
        DECODER.decode(
            new RawBatch(
                new EventOrigin(Tenant.DEFAULT, "fuzz", "fuzz", 0),
                "fuzz",
                RawBatch.AUTO,
                Instant.EPOCH,
                data,
                records));
    if (decoded.events().size() + decoded.rejections().size() != records) {
      throw new AssertionError("Of " + records + " records some are lost: " + decoded);
    }
  }
}
