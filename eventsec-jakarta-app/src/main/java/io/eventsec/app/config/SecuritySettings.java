package io.eventsec.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that setup and the first sensor need.
 *
 * @param setupFile where the one-time token for the first administrator is written
 * @param sensorTokenFile holds a token for the sensor {@code local}
 * @param metricsTokenFile holds a token that may read metrics
 */
public record SecuritySettings(
    Path setupFile, Optional<Path> sensorTokenFile, Optional<Path> metricsTokenFile) {
  static final Setting<Path> SETUP_FILE =
      Setting.optional(
          "eventsec.setup.link.file",
          "where the one-time token for the first administrator is written"
              + " (else `setup-token` in the server's output directory)",
          ValueTypes.PATH);
  static final Setting<Path> SENSOR_TOKEN_FILE =
      Setting.optional(
          "eventsec.sensor.token.file",
          "a file with nothing in it but a token that the sensor `local` may use",
          ValueTypes.READABLE_FILE);
  static final Setting<Path> METRICS_TOKEN_FILE =
      Setting.optional(
          "eventsec.metrics.token.file",
          "a file with nothing in it but a token that may read the metrics",
          ValueTypes.READABLE_FILE);
  static final Area AREA =
      new Area(
          "Security",
          "There is no default password and no default token.",
          List.of(SETUP_FILE, SENSOR_TOKEN_FILE, METRICS_TOKEN_FILE));

  static SecuritySettings of(SettingsReader reader, Path outputDirectory) {
    return new SecuritySettings(
        reader.given(SETUP_FILE).orElse(outputDirectory.resolve("setup-token")),
        reader.given(SENSOR_TOKEN_FILE),
        reader.given(METRICS_TOKEN_FILE));
  }
}
