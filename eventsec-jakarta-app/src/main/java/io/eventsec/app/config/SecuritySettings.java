package io.eventsec.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files and addresses that sign-in and setup need.
 *
 * @param publicUrl where browsers reach the console, if somebody said so
 * @param setupFile where the one-time token for the first administrator is written
 * @param sensorTokenFile holds a token for the sensor {@code local}
 * @param metricsTokenFile holds a token that may read metrics
 */
public record SecuritySettings(
    Optional<URI> publicUrl,
    Path setupFile,
    Optional<Path> sensorTokenFile,
    Optional<Path> metricsTokenFile) {

  static SecuritySettings of(SettingsReader reader, Path outputDirectory) {
    return new SecuritySettings(
        reader.url(Known.PUBLIC_URL),
        reader.path(Known.SETUP_FILE).orElse(outputDirectory.resolve("setup-token")),
        reader.path(Known.SENSOR_TOKEN_FILE),
        reader.path(Known.METRICS_TOKEN_FILE));
  }
}
