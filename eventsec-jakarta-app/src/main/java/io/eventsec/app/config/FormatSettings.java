package io.eventsec.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where formats come from.
 *
 * @param directory of mappings beside the formats that are built in
 */
public record FormatSettings(Optional<Path> directory) {
  static final Setting<Path> DIRECTORY =
      Setting.optional(
          "eventsec.formats.dir", "mappings of formats of one's own", ValueTypes.DIRECTORY);
  static final Area AREA =
      new Area("Formats", "What is read once, at the start.", List.of(DIRECTORY));

  static FormatSettings of(SettingsReader reader) {
    return new FormatSettings(reader.given(DIRECTORY));
  }
}
