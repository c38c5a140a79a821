package io.eventsec.app.config;

import io.eventsec.app.log.StartMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the settings from MicroProfile Config: system properties, environment, server variables.
 */
@ApplicationScoped
public class SettingsProducer {
  private static final Logger LOG = System.getLogger(SettingsProducer.class.getName());
  private static final String OUTPUT_DIRECTORY = "server.output.dir";

  /** The settings. */
  @Produces
  @Singleton
  public Settings settings() {
    Config config = ConfigProvider.getConfig();
    Settings.unknown(config.getPropertyNames())
        .forEach(name -> StartMessages.SETTING_UNKNOWN.log(LOG, name));
    Path output = Path.of(config.getOptionalValue(OUTPUT_DIRECTORY, String.class).orElse("."));
    return Settings.of(key -> config.getOptionalValue(key, String.class), output);
  }
}
