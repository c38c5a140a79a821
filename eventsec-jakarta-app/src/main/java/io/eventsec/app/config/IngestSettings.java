package io.eventsec.app.config;

/**
 * Bounds of the receiver.
 *
 * @param maxBytes largest batch, inflated
 * @param maxLines most lines a batch
 * @param inFlightBytes most bytes of batches in memory, all senders together
 */
public record IngestSettings(int maxBytes, int maxLines, long inFlightBytes) {
  private static final int MAX_BATCH = 64 << 20;

  static IngestSettings of(SettingsReader reader) {
    return new IngestSettings(
        (int) reader.number(Known.INGEST_MAX_BYTES, 1 << 10, MAX_BATCH),
        (int) reader.number(Known.INGEST_MAX_LINES, 1, 100_000),
        reader.number(Known.INGEST_IN_FLIGHT, 1 << 20, 4L << 30));
  }
}
