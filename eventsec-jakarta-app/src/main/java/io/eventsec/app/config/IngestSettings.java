package io.eventsec.app.config;

import java.util.List;

/**
 * Bounds of the receiver.
 *
 * @param maxBytes largest batch, inflated
 * @param maxLines most lines a batch
 * @param inFlightBytes most bytes of batches in memory, all senders together
 */
public record IngestSettings(int maxBytes, int maxLines, long inFlightBytes) {
  static final Setting<Integer> MAX_BYTES =
      new Setting<>(
          "eventsec.ingest.max.bytes",
          "the most bytes of a batch, inflated",
          ValueTypes.integer(1 << 10, 64 << 20),
          "16777216");
  static final Setting<Integer> MAX_LINES =
      new Setting<>(
          "eventsec.ingest.max.lines",
          "the most lines of a batch",
          ValueTypes.integer(1, 100_000),
          "5000");
  static final Setting<Long> IN_FLIGHT =
      new Setting<>(
          "eventsec.ingest.in.flight.bytes",
          "the most bytes of batches held in memory at a time, for all senders together",
          ValueTypes.number(1 << 20, 4L << 30),
          "134217728");
  static final Area AREA =
      new Area("Receiver", "What it takes in.", List.of(MAX_BYTES, MAX_LINES, IN_FLIGHT));

  static IngestSettings of(SettingsReader reader) {
    IngestSettings ingest =
        new IngestSettings(
            reader.value(MAX_BYTES), reader.value(MAX_LINES), reader.value(IN_FLIGHT));
    reader.require(
        ingest.inFlightBytes() >= ingest.maxBytes(),
        IN_FLIGHT,
        "= '%d' is less than the largest batch, %d"
            .formatted(ingest.inFlightBytes, ingest.maxBytes),
        "Raise %s or lower %s".formatted(IN_FLIGHT.environmentName(), MAX_BYTES.environmentName()));
    return ingest;
  }
}
