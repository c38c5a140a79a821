package io.eventsec.app.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where formats come from.
 *
 * @param directory of mappings beside the formats that are built in
 * @param zone where the senders' clocks stand that write no zone
 */
public record FormatSettings(Optional<Path> directory, ZoneId zone) {
  static final Setting<Path> DIRECTORY =
      Setting.optional(
          "eventsec.formats.dir", "mappings of formats of one's own", ValueTypes.DIRECTORY);
  static final Setting<ZoneId> ZONE =
      new Setting<>(
          "eventsec.formats.zone",
          "where the senders' clocks stand whose times have no zone",
          ValueTypes.ZONE,
          "UTC");
  static final Area AREA =
      new Area("Formats", "What is read once, at the start.", List.of(DIRECTORY, ZONE));

  static FormatSettings of(SettingsReader reader) {
    return new FormatSettings(reader.given(DIRECTORY), reader.value(ZONE));
  }
}
