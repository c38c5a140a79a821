package io.eventsec.core.ingest;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Batches for tests. */
public final class Batches {
  public static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

  private Batches() {}

  public static RawBatch of(String lines) {
    return of(RawBatch.AUTO, lines.getBytes(StandardCharsets.UTF_8));
  }

  public static RawBatch of(String format, byte[] payload) {
    return new RawBatch(
        new EventOrigin(Tenant.DEFAULT, "sensor", "batch-1", 0),
        "batch-1",
        format,
        RECEIVED,
        payload,
        NdJson.count(payload));
  }
}
