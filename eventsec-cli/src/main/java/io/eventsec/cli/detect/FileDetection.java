package io.eventsec.cli.detect;

import io.eventsec.cli.input.InputFile;
import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.input.RecordBatches;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.Rejection;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** One run over files: decodes, matches, prints and counts. Not thread-safe. */
final class FileDetection {
  private final DetectionEngine engine;
  private final Tenant tenant;
  private final String source;
  private final Terminal terminal;
  private final EventDecoder decoder = EventDecoder.standard();
  private long events;
  private long rejected;
  private long matches;

  FileDetection(DetectionEngine engine, Tenant tenant, String source, Terminal terminal) {
    this.engine = engine;
    this.tenant = tenant;
    this.source = source;
    this.terminal = terminal;
  }

  long events() {
    return events;
  }

  long rejected() {
    return rejected;
  }

  long matches() {
    return matches;
  }

  void run(InputFile file) throws IOException {
    String key = file.identity().key();
    try (RecordBatches batches = new RecordBatches(file.records(), 0)) {
      for (Optional<RecordBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
        detect(file, raw(key, next.get()));
      }
    }
  }

  private RawBatch raw(String key, RecordBatch batch) {
    return new RawBatch(
        new EventOrigin(tenant, source, key, batch.firstOrdinal()),
        key,
        RawBatch.AUTO,
        Instant.now(),
        batch.payload(),
        batch.count());
  }

  private void detect(InputFile file, RawBatch batch) {
    DecodedBatch decoded = decoder.decode(batch);
    for (Rejection rejection : decoded.rejections()) {
      rejected++;
      terminal.note("%s: %s: %s", file.path(), rejection.cause(), rejection.reason());
    }
    for (Event event : decoded.events()) {
      events++;
      for (Match match : engine.process(event)) {
        matches++;
        terminal.print(MatchJson.of(match));
      }
    }
  }
}
