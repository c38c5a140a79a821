package io.eventsec.examples;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.rules.BundledRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Runs the bundled rules over a log of Suricata or Zeek. */
public final class DetectInFile {
  private DetectInFile() {}

  /** Takes the log's path. */
  public static void main(String[] args) throws IOException {
    // tag::embed[]
    DetectionEngine engine = DetectionEngine.compile(BundledRules.load().rules());
    EventDecoder decoder = EventDecoder.standard();
    EventOrigin origin = new EventOrigin(Tenant.DEFAULT, "suricata", args[0], 0);
    byte[] log = Files.readAllBytes(Path.of(args[0]));
    for (Event event : decoder.decode(RawBatch.of(origin, Instant.now(), log)).events()) {
      engine
          .process(event)
          .forEach(match -> System.out.println(event.time() + " " + match.toAlert().title()));
    }
    // end::embed[]
  }
}
