package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.internal.PlainJsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A record as one JSON object with dotted names, which decodes to the same record. */
final class FlatJson {
  private FlatJson() {}

  static String of(NativeRecord flat) {
    try {
      return PlainJsonWriter.write(flat.fields());
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
  }
}
