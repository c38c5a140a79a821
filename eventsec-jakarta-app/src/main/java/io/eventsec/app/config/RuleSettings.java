package io.eventsec.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where rules come from.
 *
 * @param directory of Sigma rules beside the bundled ones
 */
public record RuleSettings(Optional<Path> directory) {
  static final Setting<Path> DIRECTORY =
      Setting.optional(
          "eventsec.rules.dir", "Sigma rules beside the bundled ones", ValueTypes.DIRECTORY);
  static final Area AREA =
      new Area("Rules", "What is read once, at the start.", List.of(DIRECTORY));

  static RuleSettings of(SettingsReader reader) {
    return new RuleSettings(reader.given(DIRECTORY));
  }
}
